//! Connecting.

use std::io;
use std::net::{IpAddr, ToSocketAddrs};

use postgres::config::Host;
use postgres::{Client, Config, NoTls};

use crate::failure::{Failure, failure, own_failure};

/// Connects to the server that the words lead to.
pub fn connect(words: &str) -> Result<Client, Box<Failure>> {
    let config: Config = words.parse().map_err(|error| failure(&error))?;
    let config = found(&config).map_err(|error| own_failure(&format!("error connecting to server: {error}")))?;
    config.connect(NoTls).map_err(|error| failure(&error))
}

/// The same with the addresses of its hosts in place of their names, for the client would look them up in a thread of its own, which would share the memory of
/// the connection with this one. A name that leads nowhere is left out if there are other hosts.
fn found(config: &Config) -> io::Result<Config> {
    let (hosts, ports) = (config.get_hosts(), config.get_ports());
    let is_name = |host: &Host| matches!(host, Host::Tcp(name) if name.parse::<IpAddr>().is_err());
    // What does not go together is for the client to complain about.
    let is_odd = ports.len() > 1 && ports.len() != hosts.len();
    if is_odd || !config.get_hostaddrs().is_empty() || !hosts.iter().any(is_name) {
        return Ok(config.clone());
    }
    let mut result = without_hosts(config);
    let mut last = None;
    for (i, host) in hosts.iter().enumerate() {
        let port = ports.get(i).or(ports.first()).copied().unwrap_or(5432);
        match host {
            Host::Unix(path) => {
                result.host_path(path).port(port);
            }
            Host::Tcp(name) => match (name.as_str(), port).to_socket_addrs() {
                Ok(addresses) => addresses.for_each(|address| {
                    result.host(&address.ip().to_string()).port(port);
                }),
                Err(error) => last = Some(error),
            },
        }
    }
    match last {
        Some(error) if result.get_hosts().is_empty() => Err(error),
        _ => Ok(result),
    }
}

/// All else that a configuration says.
fn without_hosts(config: &Config) -> Config {
    let mut result = Config::new();
    config.get_user().map(|user| result.user(user));
    config.get_password().map(|password| result.password(password));
    config.get_dbname().map(|name| result.dbname(name));
    config.get_options().map(|options| result.options(options));
    config.get_application_name().map(|name| result.application_name(name));
    config.get_connect_timeout().map(|time| result.connect_timeout(*time));
    config.get_tcp_user_timeout().map(|time| result.tcp_user_timeout(*time));
    config.get_keepalives_interval().map(|time| result.keepalives_interval(time));
    config.get_keepalives_retries().map(|count| result.keepalives_retries(count));
    result
        .ssl_mode(config.get_ssl_mode())
        .ssl_negotiation(config.get_ssl_negotiation())
        .keepalives(config.get_keepalives())
        .keepalives_idle(config.get_keepalives_idle())
        .target_session_attrs(config.get_target_session_attrs())
        .channel_binding(config.get_channel_binding())
        .load_balance_hosts(config.get_load_balance_hosts());
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Everything that can be said without a name of a host stays as it is, and so does what is said beside one.
    #[test]
    fn only_names_of_hosts_change() {
        let rest = "user=me password=word dbname=shop options='-c geqo=off' application_name=tests sslmode=disable connect_timeout=7 \
                    tcp_user_timeout=8 keepalives=0 keepalives_idle=9 keepalives_interval=10 keepalives_retries=11 \
                    target_session_attrs=read-write channel_binding=disable load_balance_hosts=random";
        let shown = |words: &str| format!("{:?}", found(&words.parse().unwrap()).unwrap());
        let plain = |words: &str| format!("{:?}", words.parse::<Config>().unwrap());
        for hosts in
            ["host=/run", "host=127.0.0.1,::1 port=1,2", "host=a,b hostaddr=127.0.0.1,127.0.0.2", "host=a,b port=1,2,3"]
        {
            let words = format!("{hosts} {rest}");
            assert_eq!(shown(&words), plain(&words));
        }
        let both = shown(&format!("host=/run,localhost port=1,2 {rest}"));
        let one = plain(&format!("host=/run,127.0.0.1 port=1,2 {rest}"));
        let two = plain(&format!("host=/run,::1,127.0.0.1 port=1,2,2 {rest}"));
        assert!(both == one || both == two, "{both}");
    }

    /// No name of a host has a part of more than 63 characters.
    #[test]
    fn names_that_lead_nowhere() {
        let nowhere = "x".repeat(64);
        assert!(found(&format!("host={nowhere}").parse().unwrap()).is_err());
        let other = found(&format!("host={nowhere},/run").parse().unwrap()).unwrap();
        assert_eq!(other.get_hosts(), [Host::Unix("/run".into())]);
    }
}
