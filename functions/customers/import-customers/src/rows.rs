//! Reading the file: which columns it has, and what each row says.

use backoffice_domain::{CustomerData, CustomerId, Email, FieldError, Flaw, Gender, Name};
use backoffice_http::{Code, Problem};
use csv::StringRecord;
use serde_json::json;

/// The columns, in any order and all of them.
const COLUMNS: [&str; 5] = ["reference", "email", "firstName", "lastName", "gender"];
/// The most rows of one call.
pub(crate) const MAX_ROWS: usize = 500;
/// How many wrong columns are named: more do not help anybody.
const MAX_COLUMNS_NAMED: usize = 20;
/// How much of what is no column, and no reference, is answered back.
const SHOWN: usize = CustomerId::MAX;

/// A row that was read.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// The reference as the file has it, cut to a length that a reference can have.
    pub(crate) reference: String,
    /// What it says, or everything that is wrong with it.
    pub(crate) customer: Result<(CustomerId, CustomerData), Vec<FieldError>>,
}

/// Reads a file: a header, and rows that are read each on its own. A reference that an earlier row
/// has is a duplicate: two rows of one customer repeat or contradict each other, and only whoever
/// wrote the file knows which one is meant.
pub(crate) fn read(text: &str) -> Result<Vec<Row>, Problem> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut records = reader.records();
    let header = next(&mut records)?.unwrap_or_default();
    let places = places(&header)?;
    let mut rows: Vec<Row> = Vec::new();
    while let Some(record) = next(&mut records)? {
        if rows.len() == MAX_ROWS {
            return Err(Problem::fields([FieldError::new("/csv", Flaw::TooMany { max: MAX_ROWS })]));
        }
        let mut row = read_row(&record, &places);
        if let Ok((id, _)) = &row.customer
            && rows.iter().any(|earlier| earlier.customer.as_ref().is_ok_and(|(earlier, _)| earlier == id))
        {
            row.customer = Err(vec![FieldError::new("/reference", Flaw::Duplicate)]);
        }
        rows.push(row);
    }
    Ok(rows)
}

fn next(records: &mut csv::StringRecordsIter<'_, &[u8]>) -> Result<Option<StringRecord>, Problem> {
    let malformed = |_| Problem::fields([FieldError::new("/csv", Flaw::Malformed)]);
    records.next().transpose().map_err(malformed)
}

/// At which place of a row each column is.
struct Places {
    columns: [usize; COLUMNS.len()],
    width: usize,
}

fn places(header: &StringRecord) -> Result<Places, Problem> {
    let mut refused: Vec<(&str, Flaw)> = Vec::new();
    let mut places = [None; COLUMNS.len()];
    for (place, name) in header.iter().enumerate() {
        let name = name.trim();
        match COLUMNS.iter().position(|column| *column == name) {
            Some(column) if places[column].is_some() => refused.push((name, Flaw::Duplicate)),
            Some(column) => places[column] = Some(place),
            None => refused.push((name, Flaw::UnknownField)),
        }
    }
    let missing = COLUMNS.iter().zip(places).filter(|(_, place)| place.is_none());
    refused.extend(missing.map(|(column, _)| (*column, Flaw::Required)));
    if refused.is_empty() {
        return Ok(Places { columns: places.map(Option::unwrap_or_default), width: header.len() });
    }
    Err(refused
        .into_iter()
        .take(MAX_COLUMNS_NAMED)
        .fold(Problem::new(Code::ValidationFailed), |problem, (name, flaw)| {
            problem.with_error("/csv", flaw.code(), json!({ "column": cut(name) }))
        }))
}

fn read_row(record: &StringRecord, places: &Places) -> Row {
    let cell = |column: usize| record.get(places.columns[column]).unwrap_or_default();
    let reference = cut(cell(0));
    if record.len() != places.width {
        // Cells are missing or too many, so nobody knows which is which.
        return Row { reference, customer: Err(vec![FieldError::new("", Flaw::Malformed)]) };
    }
    let mut errors = Vec::new();
    let id = take(&mut errors, 0, CustomerId::parse(cell(0)));
    let email = take(&mut errors, 1, Email::parse(cell(1)));
    let first_name = take(&mut errors, 2, Name::parse(cell(2)));
    let last_name = take(&mut errors, 3, Name::parse(cell(3)));
    let gender = Some(cell(4)).filter(|gender| !gender.is_empty()).map(Gender::parse).transpose();
    let gender = take(&mut errors, 4, gender);
    let customer = match (id, email, first_name, last_name, gender) {
        (Some(id), Some(email), Some(first_name), Some(last_name), Some(gender)) => {
            Ok((id, CustomerData { email, first_name, last_name, gender }))
        }
        _ => Err(errors),
    };
    Row { reference, customer }
}

fn take<T>(errors: &mut Vec<FieldError>, column: usize, parsed: Result<T, Flaw>) -> Option<T> {
    parsed.map_err(|flaw| errors.push(FieldError::new(format!("/{}", COLUMNS[column]), flaw))).ok()
}

fn cut(text: &str) -> String {
    text.chars().take(SHOWN).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const HEADER: &str = "reference,email,firstName,lastName,gender\n";

    fn rows(lines: &str) -> Vec<Row> {
        read(&format!("{HEADER}{lines}")).expect("a file")
    }

    /// What is wrong with the only row.
    fn wrong(line: &str) -> Vec<(String, &'static str)> {
        let [row] = rows(line).try_into().expect("one row");
        row.customer.expect_err("refused").into_iter().map(|error| (error.pointer, error.flaw.code())).collect()
    }

    /// Why the file as such is refused.
    fn refused(text: &str) -> Code {
        read(text).expect_err("refused").code()
    }

    fn first_name(row: &Row) -> &str {
        row.customer.as_ref().expect("a customer").1.first_name.as_str()
    }

    #[test]
    fn a_row_says_who_a_customer_is() {
        let [row] = rows("C-1,ada@shop.example,Ada,Lovelace,female\n").try_into().expect("one row");
        assert_eq!(row.reference, "C-1");
        let (id, data) = row.customer.expect("a customer");
        assert_eq!((id.as_str(), data.email.as_str(), data.gender), ("C-1", "ada@shop.example", Some(Gender::Female)));
    }

    #[test]
    fn columns_come_in_any_order_behind_a_byte_order_mark() {
        let text = "\u{feff}gender,lastName,firstName,email,reference\r\n,Lovelace,Ada,ada@shop.example,C-1\r\n";
        let rows = read(text).expect("a file");
        assert_eq!((rows.len(), first_name(&rows[0])), (1, "Ada"));
    }

    #[test]
    fn r38_values_stay_as_they_are() {
        for name in ["=cmd|' /C calc'!A0", "+1", "-1", "@x", "<script>", "🦀", "מרים", "a, b"] {
            let rows = rows(&format!("C-1,ada@shop.example,\"{name}\",Lovelace,\n"));
            assert_eq!(first_name(&rows[0]), name);
        }
        assert_eq!(first_name(&rows("C-1,ada@shop.example,\"\"\"A\"\"\",Lovelace,\n")[0]), "\"A\"");
    }

    #[test]
    fn everything_wrong_in_a_row_is_said_at_once() {
        let expected = [
            ("/reference", "malformed"),
            ("/email", "malformed"),
            ("/firstName", "required"),
            ("/lastName", "control_character"),
            ("/gender", "unknown_value"),
        ];
        let found = wrong("a b,ada,,\"Love\nlace\",f\n");
        assert_eq!(found, expected.map(|(pointer, code)| (pointer.to_owned(), code)));
    }

    #[test]
    fn a_row_of_another_length_is_refused_whole() {
        for line in ["C-1,ada@shop.example,Ada,Lovelace\n", "C-1,ada@shop.example,Ada,Lovelace,female,x\n"] {
            assert_eq!(wrong(line), [(String::new(), "malformed")]);
        }
    }

    #[test]
    fn the_second_row_of_a_customer_is_a_duplicate() {
        let rows = rows("C-1,a@x.example,Ada,L,\nC-2,a@x.example,Ada,L,\nC-1,b@x.example,Eve,L,\n");
        assert_eq!(rows.iter().map(|row| row.customer.is_ok()).collect::<Vec<_>>(), [true, true, false]);
        let error = FieldError::new("/reference", Flaw::Duplicate);
        assert_eq!(rows[2].customer, Err(vec![error]));
    }

    #[test]
    fn a_refused_row_hides_no_later_one() {
        let rows = rows("C-1,,Ada,L,\nC-1,a@x.example,Ada,L,\n");
        assert_eq!(rows.iter().map(|row| row.customer.is_ok()).collect::<Vec<_>>(), [false, true]);
    }

    #[test]
    fn the_header_names_every_column_and_no_other() {
        assert_eq!(refused("reference,email\n"), Code::ValidationFailed);
        assert_eq!(refused("reference,email,firstName,lastName,gender,owner\n"), Code::ValidationFailed);
        assert_eq!(refused("reference,email,firstName,lastName,gender,email\n"), Code::ValidationFailed);
        assert_eq!(refused("\n"), Code::ValidationFailed);
        assert!(rows("").is_empty());
    }

    #[test]
    fn r41_one_call_takes_500_rows() {
        let line = |number| format!("C-{number},a@x.example,Ada,L,\n");
        let lines = |count: usize| (0..count).map(line).collect::<Vec<_>>().concat();
        assert_eq!(rows(&lines(500)).len(), 500);
        assert_eq!(refused(&format!("{HEADER}{}", lines(501))), Code::ValidationFailed);
    }

    #[test]
    fn what_is_answered_back_has_the_length_of_a_reference() {
        let [row] = rows(&format!("{},a@x.example,Ada,L,\n", "x".repeat(70))).try_into().expect("one row");
        assert_eq!(row.reference.len(), 64);
    }

    proptest! {
        #[test]
        fn any_text_is_read_row_by_row_or_refused(text in "(?s).{0,300}", quotes in "[\"\r\n,a]{0,40}") {
            for text in [text.clone(), format!("{HEADER}{text}"), format!("{HEADER}{quotes}")] {
                match read(&text) {
                    Ok(rows) => prop_assert!(rows.iter().all(|row| row.customer.as_ref().err().is_none_or(|errors| !errors.is_empty()))),
                    Err(problem) => prop_assert_eq!(problem.code(), Code::ValidationFailed),
                }
            }
        }

        #[test]
        fn r38_any_customer_that_is_written_down_is_read_again(
            reference in "[A-Za-z0-9._-]{1,64}", first_name in "(?s).{1,100}", last_name in "\\PC{1,100}", gender in 0..4_usize,
        ) {
            let gender = Gender::ALL.get(gender).copied();
            let (Ok(first), Ok(last)) = (Name::parse(&first_name), Name::parse(&last_name)) else { return Ok(()) };
            let cells = [&*reference, "ada@shop.example", first.as_str(), last.as_str(), gender.map_or("", Gender::as_str)];
            let mut file = csv::Writer::from_writer(Vec::new());
            file.write_record(COLUMNS).expect("a header");
            file.write_record(cells).expect("a row");
            let text = String::from_utf8(file.into_inner().expect("a file")).expect("text");

            let [row] = read(&text).expect("a file").try_into().expect("one row");

            let (id, data) = row.customer.expect("a customer");
            prop_assert_eq!((id.as_str(), data.first_name, data.last_name, data.gender), (&*reference, first, last, gender));
        }
    }
}
