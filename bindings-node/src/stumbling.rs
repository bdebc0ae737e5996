//! A bug of the library, for the tests of what comes after one. What is shipped has none of it.

use napi_derive::napi;

use crate::documents::NativeTally;
use crate::errors::Result;
use crate::router::NativeRouter;

#[napi]
impl NativeRouter {
    /// # Panics
    /// Always, in the midst of a step.
    #[napi(catch_unwind)]
    pub fn stumble(&self) -> Result<()> {
        self.ask(|_| panic!("a step has stumbled"))
    }
}

#[napi]
impl NativeTally {
    /// # Panics
    /// Always, in the midst of an event.
    #[napi(catch_unwind)]
    pub fn stumble(&self) -> Result<()> {
        self.ask(|_| panic!("an event has stumbled"))
    }
}
