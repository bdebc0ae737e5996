//! Writes the sources of the border: `border LIBRARY FOLDER LANGUAGE`.

use uniffi::{GenerateOptions, TargetLanguage};

fn main() {
    let mut words = std::env::args().skip(1);
    let mut next = || words.next().expect("a library, a folder and a language are wanted");
    let (source, out_dir) = (next().into(), next().into());
    let language = match next().as_str() {
        "swift" => TargetLanguage::Swift,
        "kotlin" => TargetLanguage::Kotlin,
        "python" => TargetLanguage::Python,
        "ruby" => TargetLanguage::Ruby,
        other => panic!("`{other}` is no language that is known here"),
    };
    let config = concat!(env!("CARGO_MANIFEST_DIR"), "/uniffi.toml");
    uniffi::generate(GenerateOptions {
        languages: vec![language],
        source,
        out_dir,
        config_override: Some(config.into()),
        ..GenerateOptions::default()
    })
    .expect("the library has what is said of it");
}
