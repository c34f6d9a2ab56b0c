//! The routes of the HTTP API and how often each may be called.

use anyhow::{Context, Result};
use serde_json::Value;

/// How many calls a second a route takes on average, and at once.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Throttle {
    /// Calls a second.
    pub(crate) rate: f64,
    /// Calls at once.
    pub(crate) burst: f64,
}

/// One route of the HTTP API.
#[derive(Clone, Debug)]
pub(crate) struct Route {
    /// The HTTP method; `None` stands for any.
    pub(crate) method: Option<String>,
    /// The path, with its parameters in braces; `None` is the `$default` route.
    pub(crate) path: Option<String>,
    /// The resource name of the function that answers.
    pub(crate) function: String,
    /// The limit on calls, where the template sets one.
    pub(crate) throttle: Option<Throttle>,
}

impl Route {
    /// The name API Gateway gives the route: `GET /users`, or `$default`.
    pub(crate) fn key(&self) -> String {
        match &self.path {
            Some(path) => format!("{} {path}", self.method.as_deref().unwrap_or("ANY")),
            None => "$default".to_owned(),
        }
    }
}

pub(super) fn read(document: &Value) -> Result<Vec<Route>> {
    let mut routes = Vec::new();
    for (name, properties) in super::resources(document, "AWS::Serverless::Function") {
        for event in properties["Events"].as_object().into_iter().flat_map(|events| events.values()) {
            if event["Type"] == "HttpApi" {
                routes.push(read_one(document, name, &event["Properties"])?);
            }
        }
    }
    Ok(routes)
}

fn read_one(document: &Value, function: &str, event: &Value) -> Result<Route> {
    let path = event["Path"].as_str().with_context(|| format!("{function} has an HttpApi event without Path"))?;
    let method = event["Method"].as_str().unwrap_or("ANY").to_uppercase();
    let mut route = Route {
        method: (method != "ANY" && method != "X-AMAZON-APIGATEWAY-ANY-METHOD").then_some(method),
        path: (path != "$default").then(|| path.to_owned()),
        function: function.to_owned(),
        throttle: None,
    };
    route.throttle = throttle(document, &route.key());
    Ok(route)
}

fn throttle(document: &Value, key: &str) -> Option<Throttle> {
    let (_, api) = super::resources(document, "AWS::Serverless::HttpApi").next()?;
    let own = &api["RouteSettings"][key];
    let all = &api["DefaultRouteSettings"];
    let setting = |name: &str| own[name].as_f64().or(all[name].as_f64());
    Some(Throttle { rate: setting("ThrottlingRateLimit")?, burst: setting("ThrottlingBurstLimit")? })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = r"
Resources:
  Api:
    Type: AWS::Serverless::HttpApi
    Properties:
      DefaultRouteSettings: {ThrottlingBurstLimit: 200, ThrottlingRateLimit: 100}
      RouteSettings: {'POST /api/v1/session': {ThrottlingBurstLimit: 20, ThrottlingRateLimit: 10}}
  SignIn:
    Type: AWS::Serverless::Function
    Properties:
      Events: {Request: {Type: HttpApi, Properties: {Path: /api/v1/session, Method: post}}}
  GetUser:
    Type: AWS::Serverless::Function
    Properties:
      Events: {Request: {Type: HttpApi, Properties: {Path: '/api/v1/users/{userId}', Method: GET}}}
  UnknownRoute:
    Type: AWS::Serverless::Function
    Properties:
      Events: {Request: {Type: HttpApi, Properties: {Path: $default, Method: ANY}}}
  BootstrapAdmin:
    Type: AWS::Serverless::Function
    Properties: {}
";

    #[test]
    fn routes_are_named_as_api_gateway_names_them() {
        let routes = read(&super::super::yaml::parse(TEMPLATE).expect("a document")).expect("routes");

        let keys: Vec<_> = routes.iter().map(|route| (route.key(), route.function.as_str())).collect();
        assert_eq!(
            keys,
            [
                ("GET /api/v1/users/{userId}".to_owned(), "GetUser"),
                ("POST /api/v1/session".to_owned(), "SignIn"),
                ("$default".to_owned(), "UnknownRoute"),
            ]
        );
    }

    #[test]
    fn a_route_has_its_own_throttle_or_that_of_all() {
        let routes = read(&super::super::yaml::parse(TEMPLATE).expect("a document")).expect("routes");

        assert_eq!(routes[0].throttle, Some(Throttle { rate: 100.0, burst: 200.0 }));
        assert_eq!(routes[1].throttle, Some(Throttle { rate: 10.0, burst: 20.0 }));
    }
}
