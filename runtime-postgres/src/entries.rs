//! The symbols that module `Postgres` calls.
//!
//! Each that allocates or frees gets the owner of the connection's memory first; it lasts until the connection and all its statements, rows and
//! failures have been given back.

use std::slice;

use postgres::types::ToSql;
use postgres::{Client, Row, Statement};

use crate::connect::connect;
use crate::failure::{Failure, failure, own_failure};
use crate::memory::{Call, Owner};
use crate::parameter::Parameter;
use crate::value::Value;

/// Rows that a query gave.
pub struct Rows {
    names: Vec<String>,
    rows: Vec<Vec<Value>>,
}

/// A text that stays where it is while its owner lives.
#[repr(C)]
pub struct Text {
    data: *const u8,
    length: usize,
}

impl Text {
    fn of(text: &[u8]) -> Self {
        Self { data: text.as_ptr(), length: text.len() }
    }
}

/// A value as the program gets it.
#[repr(C)]
pub struct Shown {
    /// 0 to 5: null, integer, float, boolean, text, bytes; 6 a type that is not read, with its name as text.
    kind: i32,
    bits: i64,
    text: Text,
}

/// # Safety
///
/// There are so many bytes.
unsafe fn text_at<'a>(data: *const u8, length: usize) -> Result<&'a str, Box<Failure>> {
    // SAFETY: the caller's promise.
    let bytes = if length == 0 { &[] } else { unsafe { slice::from_raw_parts(data, length) } };
    std::str::from_utf8(bytes).map_err(|_| own_failure("the text is not UTF-8"))
}

/// Null, or the failure, which the program gives back.
fn outcome(result: Result<(), Box<Failure>>) -> *mut Failure {
    result.err().map_or(std::ptr::null_mut(), Box::into_raw)
}

/// A panic of the client's ends the program as any other does.
fn show_panics() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| std::panic::set_hook(Box::new(|info| eprintln!("panic: in the client of Postgres: {info}"))));
}

/// Connects: `host=/run/postgresql user=me dbname=shop`, or `postgres://me@localhost/shop`.
///
/// # Safety
///
/// There are so many bytes, and a place for the client.
#[unsafe(no_mangle)]
unsafe extern "C" fn hb_postgres_open(
    owner: *const Owner,
    words: *const u8,
    length: usize,
    out: *mut *mut Client,
) -> *mut Failure {
    show_panics();
    // SAFETY: the caller's promise.
    let (_call, words) = unsafe { (Call::of(owner), text_at(words, length)) };
    let opened = words.and_then(connect);
    // SAFETY: the caller's promise.
    outcome(opened.map(|client| unsafe { out.write(Box::into_raw(Box::new(client))) }))
}

/// # Safety
///
/// It comes from `hb_postgres_open` and has not been closed.
#[unsafe(no_mangle)]
unsafe extern "C" fn hb_postgres_close(owner: *const Owner, client: *mut Client) {
    // SAFETY: the caller's promise.
    let (_call, client) = unsafe { (Call::of(owner), Box::from_raw(client)) };
    // The connection ends either way.
    let _ = client.close();
}

/// Runs statements without parameters, one behind the other.
///
/// # Safety
///
/// The client is open, and there are so many bytes.
#[unsafe(no_mangle)]
unsafe extern "C" fn hb_postgres_run(
    owner: *const Owner,
    client: *mut Client,
    sql: *const u8,
    length: usize,
) -> *mut Failure {
    // SAFETY: the caller's promise.
    let (_call, client, sql) = unsafe { (Call::of(owner), &mut *client, text_at(sql, length)) };
    outcome(sql.and_then(|sql| client.batch_execute(sql).map_err(|error| failure(&error))))
}

/// # Safety
///
/// The client is open, there are so many bytes, and a place for the statement.
#[unsafe(no_mangle)]
unsafe extern "C" fn hb_postgres_prepare(
    owner: *const Owner,
    client: *mut Client,
    sql: *const u8,
    length: usize,
    out: *mut *mut Statement,
) -> *mut Failure {
    // SAFETY: the caller's promise.
    let (_call, client, sql) = unsafe { (Call::of(owner), &mut *client, text_at(sql, length)) };
    let prepared = sql.and_then(|sql| client.prepare(sql).map_err(|error| failure(&error)));
    // SAFETY: the caller's promise.
    outcome(prepared.map(|statement| unsafe { out.write(Box::into_raw(Box::new(statement))) }))
}

/// # Safety
///
/// It comes from `hb_postgres_prepare` and has not been closed.
#[unsafe(no_mangle)]
unsafe extern "C" fn hb_postgres_close_statement(owner: *const Owner, statement: *mut Statement) {
    // SAFETY: the caller's promise.
    let (_call, statement) = unsafe { (Call::of(owner), Box::from_raw(statement)) };
    drop(statement);
}

/// How many parameters a statement has.
///
/// # Safety
///
/// The statement is open.
#[unsafe(no_mangle)]
unsafe extern "C" fn hb_postgres_parameter_count(statement: *const Statement) -> usize {
    // SAFETY: the caller's promise.
    unsafe { &*statement }.params().len()
}

/// # Safety
///
/// There are so many parameters.
unsafe fn parameters<'a>(data: *const Parameter, count: usize) -> Vec<&'a (dyn ToSql + Sync)> {
    // SAFETY: the caller's promise.
    let given: &[Parameter] = if count == 0 { &[] } else { unsafe { slice::from_raw_parts(data, count) } };
    given.iter().map(|parameter| parameter as &(dyn ToSql + Sync)).collect()
}

/// Runs a statement to its end and says how many rows it has changed.
///
/// # Safety
///
/// Client and statement are open, there are as many parameters as the statement has, and a place for the number.
#[unsafe(no_mangle)]
unsafe extern "C" fn hb_postgres_execute(
    owner: *const Owner,
    client: *mut Client,
    statement: *const Statement,
    data: *const Parameter,
    count: usize,
    changed: *mut u64,
) -> *mut Failure {
    // SAFETY: the caller's promise.
    let _call = unsafe { Call::of(owner) };
    // SAFETY: the caller's promise.
    let (client, statement, given) = unsafe { (&mut *client, &*statement, parameters(data, count)) };
    let done = client.execute(statement, &given).map_err(|error| failure(&error));
    // SAFETY: the caller's promise.
    outcome(done.map(|rows| unsafe { changed.write(rows) }))
}

/// Runs a query and takes all its rows.
///
/// # Safety
///
/// Client and statement are open, there are as many parameters as the statement has, and a place for the rows.
#[unsafe(no_mangle)]
unsafe extern "C" fn hb_postgres_query(
    owner: *const Owner,
    client: *mut Client,
    statement: *const Statement,
    data: *const Parameter,
    count: usize,
    out: *mut *mut Rows,
) -> *mut Failure {
    // SAFETY: the caller's promise.
    let _call = unsafe { Call::of(owner) };
    // SAFETY: the caller's promise.
    let (client, statement, given) = unsafe { (&mut *client, &*statement, parameters(data, count)) };
    let found = client.query(statement, &given).and_then(|rows| rows.iter().map(values).collect());
    let names = statement.columns().iter().map(|column| column.name().to_owned()).collect();
    let rows = found.map(|rows| Box::new(Rows { names, rows })).map_err(|error| failure(&error));
    // SAFETY: the caller's promise.
    outcome(rows.map(|rows| unsafe { out.write(Box::into_raw(rows)) }))
}

fn values(row: &Row) -> Result<Vec<Value>, postgres::Error> {
    (0..row.len()).map(|column| row.try_get(column)).collect()
}

/// # Safety
///
/// It comes from `hb_postgres_query` and has not been freed.
#[unsafe(no_mangle)]
unsafe extern "C" fn hb_postgres_free_rows(owner: *const Owner, rows: *mut Rows) {
    // SAFETY: the caller's promise.
    let (_call, rows) = unsafe { (Call::of(owner), Box::from_raw(rows)) };
    drop(rows);
}

/// # Safety
///
/// The rows have not been freed.
#[unsafe(no_mangle)]
unsafe extern "C" fn hb_postgres_row_count(rows: *const Rows) -> usize {
    // SAFETY: the caller's promise.
    unsafe { &*rows }.rows.len()
}

/// # Safety
///
/// The rows have not been freed.
#[unsafe(no_mangle)]
unsafe extern "C" fn hb_postgres_column_count(rows: *const Rows) -> usize {
    // SAFETY: the caller's promise.
    unsafe { &*rows }.names.len()
}

/// The name of a column, while the rows are there.
///
/// # Safety
///
/// The rows have not been freed, and there is a place for the name.
#[unsafe(no_mangle)]
unsafe extern "C" fn hb_postgres_column_name(rows: *const Rows, column: usize, out: *mut Text) {
    // SAFETY: the caller's promise.
    let name = unsafe { &*rows }.names.get(column).map_or("", String::as_str);
    // SAFETY: the caller's promise.
    unsafe { out.write(Text::of(name.as_bytes())) };
}

/// A value, with a text that is there while the rows are.
///
/// # Safety
///
/// The rows have not been freed, and there is a place for the value.
#[unsafe(no_mangle)]
unsafe extern "C" fn hb_postgres_value(rows: *const Rows, row: usize, column: usize, out: *mut Shown) {
    // SAFETY: the caller's promise.
    let value = unsafe { &*rows }.rows.get(row).and_then(|row| row.get(column)).unwrap_or(&Value::Null);
    let (kind, bits, text): (i32, i64, &[u8]) = match value {
        Value::Null => (0, 0, &[]),
        Value::Integer(x) => (1, *x, &[]),
        Value::Float(x) => (2, x.to_bits() as i64, &[]),
        Value::Boolean(x) => (3, i64::from(*x), &[]),
        Value::Text(text) => (4, 0, text.as_bytes()),
        Value::Bytes(bytes) => (5, 0, bytes),
        Value::Unknown(name) => (6, 0, name.as_bytes()),
    };
    // SAFETY: the caller's promise.
    unsafe { out.write(Shown { kind, bits, text: Text::of(text) }) };
}

/// Code, message and details of a failure, while it is there.
///
/// # Safety
///
/// It has not been given back, and there is a place for three texts.
#[unsafe(no_mangle)]
unsafe extern "C" fn hb_postgres_failure(failure: *const Failure, out: *mut [Text; 3]) {
    // SAFETY: the caller's promise.
    let failure = unsafe { &*failure };
    let texts = [&failure.code, &failure.message, &failure.detail].map(|text| Text::of(text.as_bytes()));
    // SAFETY: the caller's promise.
    unsafe { out.write(texts) };
}

/// # Safety
///
/// It has not been given back.
#[unsafe(no_mangle)]
unsafe extern "C" fn hb_postgres_free_failure(owner: *const Owner, failure: *mut Failure) {
    // SAFETY: the caller's promise.
    let (_call, failure) = unsafe { (Call::of(owner), Box::from_raw(failure)) };
    drop(failure);
}
