//! The headers that CloudFront adds: to the page's files, and to the API's answers.

use anyhow::{Context, Result};
use serde_json::Value;

/// Header names and values by what they are added to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Headers {
    /// On everything that no other behaviour of the distribution claims.
    pub(crate) page: Vec<(String, String)>,
    /// On everything below `/api/`.
    pub(crate) api: Vec<(String, String)>,
}

impl Headers {
    pub(super) fn read(document: &Value) -> Result<Self> {
        let Some((_, distribution)) = super::resources(document, "AWS::CloudFront::Distribution").next() else {
            return Ok(Self::default());
        };
        let config = &distribution["DistributionConfig"];
        let api = config["CacheBehaviors"]
            .as_array()
            .and_then(|all| all.iter().find(|behaviour| behaviour["PathPattern"] == "/api/*"));
        Ok(Self {
            page: of_behaviour(document, &config["DefaultCacheBehavior"])?,
            api: api.map(|behaviour| of_behaviour(document, behaviour)).transpose()?.unwrap_or_default(),
        })
    }
}

fn of_behaviour(document: &Value, behaviour: &Value) -> Result<Vec<(String, String)>> {
    let Some(policy) = behaviour["ResponseHeadersPolicyId"]["Ref"].as_str() else { return Ok(Vec::new()) };
    let config = &document["Resources"][policy]["Properties"]["ResponseHeadersPolicyConfig"];
    let mut headers = security_headers(&config["SecurityHeadersConfig"])
        .with_context(|| format!("the security headers of {policy}"))?;
    for item in config["CustomHeadersConfig"]["Items"].as_array().into_iter().flatten() {
        let text = |member: &str| {
            item[member].as_str().with_context(|| format!("a custom header of {policy} has no plain {member}"))
        };
        headers.push((text("Header")?.to_lowercase(), text("Value")?.to_owned()));
    }
    Ok(headers)
}

fn security_headers(config: &Value) -> Result<Vec<(String, String)>> {
    let mut headers = Vec::new();
    for (name, section) in config.as_object().into_iter().flatten() {
        let plain = |member: &str| {
            section[member].as_str().map(str::to_owned).with_context(|| format!("{name} has no plain {member}"))
        };
        let (header, value) = match name.as_str() {
            "ContentSecurityPolicy" => ("content-security-policy", plain("ContentSecurityPolicy")?),
            "ContentTypeOptions" => ("x-content-type-options", "nosniff".to_owned()),
            "FrameOptions" => ("x-frame-options", plain("FrameOption")?),
            "ReferrerPolicy" => ("referrer-policy", plain("ReferrerPolicy")?),
            "StrictTransportSecurity" => ("strict-transport-security", strict_transport_security(section)?),
            "XSSProtection" => ("x-xss-protection", xss_protection(section)),
            other => anyhow::bail!("{other} is unknown"),
        };
        headers.push((header.to_owned(), value));
    }
    Ok(headers)
}

fn strict_transport_security(section: &Value) -> Result<String> {
    let seconds = section["AccessControlMaxAgeSec"].as_u64().context("AccessControlMaxAgeSec is missing")?;
    let mut value = format!("max-age={seconds}");
    if section["IncludeSubdomains"] == true {
        value.push_str("; includeSubDomains");
    }
    if section["Preload"] == true {
        value.push_str("; preload");
    }
    Ok(value)
}

fn xss_protection(section: &Value) -> String {
    match (section["Protection"] == true, section["ModeBlock"] == true) {
        (true, true) => "1; mode=block",
        (true, false) => "1",
        (false, _) => "0",
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_and_api_have_the_headers_of_their_behaviour() {
        let document = super::super::yaml::parse(
            r#"
Resources:
  Distribution:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        DefaultCacheBehavior: {ResponseHeadersPolicyId: !Ref PageHeaders}
        CacheBehaviors:
          - {PathPattern: /api/*, ResponseHeadersPolicyId: !Ref ApiHeaders}
  PageHeaders:
    Type: AWS::CloudFront::ResponseHeadersPolicy
    Properties:
      ResponseHeadersPolicyConfig:
        SecurityHeadersConfig:
          ContentSecurityPolicy: {ContentSecurityPolicy: "default-src 'none'", Override: true}
          ContentTypeOptions: {Override: true}
          StrictTransportSecurity: {AccessControlMaxAgeSec: 60, IncludeSubdomains: true, Override: true}
        CustomHeadersConfig:
          Items: [{Header: Cross-Origin-Opener-Policy, Value: same-origin, Override: true}]
  ApiHeaders:
    Type: AWS::CloudFront::ResponseHeadersPolicy
    Properties:
      ResponseHeadersPolicyConfig:
        SecurityHeadersConfig: {ReferrerPolicy: {ReferrerPolicy: no-referrer, Override: true}}
"#,
        )
        .expect("a document");

        let headers = Headers::read(&document).expect("headers");

        let pairs = |list: &[(&str, &str)]| -> Vec<_> {
            list.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
        };
        assert_eq!(
            headers.page,
            pairs(&[
                ("content-security-policy", "default-src 'none'"),
                ("x-content-type-options", "nosniff"),
                ("strict-transport-security", "max-age=60; includeSubDomains"),
                ("cross-origin-opener-policy", "same-origin"),
            ])
        );
        assert_eq!(headers.api, pairs(&[("referrer-policy", "no-referrer")]));
    }
}
