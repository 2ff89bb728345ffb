//! What went wrong.

/// What went wrong: an address that is null where all went well.
pub struct Failure {
    /// The five characters of SQLSTATE; empty where the server had no say.
    pub code: String,
    pub message: String,
    /// Details and hints of the server's.
    pub detail: String,
}

/// One that the server has no say in.
pub fn own_failure(message: &str) -> Box<Failure> {
    Box::new(Failure { code: String::new(), message: message.to_owned(), detail: String::new() })
}

/// What the client or the server says.
pub fn failure(error: &postgres::Error) -> Box<Failure> {
    let Some(server) = error.as_db_error() else {
        // What std or the client says, with its cause.
        let cause = std::error::Error::source(error).map(|cause| format!(": {cause}")).unwrap_or_default();
        let message = error.to_string();
        let message = if message.ends_with(&cause) { message } else { message + &cause };
        return own_failure(&message);
    };
    let detail = [server.detail(), server.hint()].into_iter().flatten().collect::<Vec<_>>().join("; ");
    Box::new(Failure { code: server.code().code().to_owned(), message: server.message().to_owned(), detail })
}
