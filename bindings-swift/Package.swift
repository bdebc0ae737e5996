// swift-tools-version: 6.0
import PackageDescription

// The library itself is built by cargo; whoever builds this package, or one that uses it, says where it is:
//     swift build -Xlinker -L/the/folder/of/librefdesk_swift.a
let package = Package(
    name: "RefDesk",
    platforms: [.macOS(.v13), .iOS(.v16)],
    products: [.library(name: "RefDesk", targets: ["RefDesk"])],
    targets: [
        // What crosses the border: the header, and the sources that `uniffi` writes.
        .target(
            name: "RefDeskFFI",
            linkerSettings: [.linkedLibrary("refdesk_swift"), .linkedLibrary("m", .when(platforms: [.linux]))]),
        .target(
            name: "RefDeskBorder", dependencies: ["RefDeskFFI"], exclude: ["written-from"],
            swiftSettings: [.swiftLanguageMode(.v5)]),
        .target(name: "RefDesk", dependencies: ["RefDeskBorder", "RefDeskFFI"]),
        .executableTarget(name: "first", dependencies: ["RefDesk"], path: "Examples/First"),
        .executableTarget(name: "host", dependencies: ["RefDesk"], path: "Examples/Host"),
        .executableTarget(name: "chat", dependencies: ["RefDesk"], path: "Examples/Chat"),
        .executableTarget(name: "soak", dependencies: ["RefDesk"], path: "Examples/Soak"),
        .executableTarget(name: "crossing", dependencies: ["RefDesk"], path: "Examples/Crossing"),
        .testTarget(name: "RefDeskTests", dependencies: ["RefDesk", "RefDeskBorder", "RefDeskFFI", "first", "host", "chat", "soak"]),
    ]
)
