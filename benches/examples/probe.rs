use refdesk_benches::{Shape, life::Life};
fn main() {
    let operators: u32 = std::env::args().nth(1).unwrap().parse().unwrap();
    let over = std::env::args().nth(2).as_deref() == Some("over");
    let cycles: u32 = std::env::args().nth(3).unwrap().parse().unwrap();
    let mut life = if over { Life::overloaded(Shape::of(operators)) } else { Life::steady(Shape::of(operators)) };
    for _ in 0..1000 { life.cycle(); }
    let t = std::time::Instant::now();
    run(&mut life, cycles);
    eprintln!("{} ns a cycle", t.elapsed().as_nanos() / u128::from(cycles));
    std::process::exit(0);
}
#[inline(never)]
fn run(life: &mut Life, cycles: u32) { for _ in 0..cycles { life.cycle(); } }
