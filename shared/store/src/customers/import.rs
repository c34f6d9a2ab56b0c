//! Importing customers: many rows, each of which counts on its own.

use std::collections::VecDeque;

use backoffice_domain::{Customer, CustomerData, CustomerId};

use super::change::write;
use crate::edge::{MAX_WRITES, Store, Transaction};
use crate::{Acting, Error, Once};

/// How many customers one read takes.
const BATCH: usize = 100;
/// How often a row is judged anew because its customer was changed meanwhile.
const ATTEMPTS: u8 = 4;

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Imported {
    /// The customer is new.
    Created,
    /// The store says something else of the customer now.
    Updated,
    /// The customer was like this already.
    Unchanged,
    /// Others were changing the customer all along; nothing was changed by this row.
    Contended,
}

/// A row to write, with the customer as they were when it was judged.
struct Row {
    place: usize,
    before: Option<Customer>,
    after: Customer,
    attempts: u8,
    /// Whether it shares no transaction, since one that it was in could not be applied.
    alone: bool,
}

impl Row {
    /// Judges a row; `None` if there is nothing to change.
    fn judge(place: usize, before: Option<Customer>, id: &CustomerId, data: &CustomerData) -> Option<Self> {
        let after = match &before {
            Some(before) => before.with_data(data.clone())?,
            None => Customer::new(id.clone(), data.clone()),
        };
        Some(Self { place, before, after, attempts: 1, alone: false })
    }

    const fn imported(&self) -> Imported {
        if self.before.is_some() { Imported::Updated } else { Imported::Created }
    }
}

impl Store {
    /// Writes customers, each of `rows` a different one; says of each row what became of it. The
    /// owners stay.
    ///
    /// The rows go in transactions of as many as fit, one after the other: the actor's own item is a
    /// part of each, so that transactions side by side would only get in each other's way.
    ///
    /// # Errors
    /// [`Error::ActorChanged`]; the store is busy or unavailable. What was written until then stays,
    /// and the same rows again find it unchanged.
    pub async fn import_customers(
        &self,
        acting: &Acting,
        rows: &[(CustomerId, CustomerData)],
    ) -> Result<Vec<Imported>, Error> {
        let mut results = vec![Imported::Unchanged; rows.len()];
        let mut queue = self.judge_rows(rows).await?;
        while !queue.is_empty() {
            let (transaction, bundle) = self.next_bundle(acting, &mut queue)?;
            match self.commit(transaction).await {
                Ok(()) => bundle.iter().for_each(|row| results[row.place] = row.imported()),
                Err(Error::CustomerChanged(current)) => retry(bundle, *current, &mut queue, &mut results),
                Err(Error::Contended) => give_room(bundle, &mut queue, &mut results),
                Err(other) => return Err(other),
            }
        }
        Ok(results)
    }

    /// Remembers an answer under an idempotency key, for a change that is more than one transaction.
    ///
    /// # Errors
    /// [`Error::Repeated`] and [`Error::KeyReused`] if the key was used meanwhile; the store is busy or
    /// unavailable.
    pub async fn remember(&self, acting: &Acting, once: &Once) -> Result<(), Error> {
        let mut transaction = self.transaction();
        Once::remember(Some(once), acting.now, &mut transaction)?;
        self.commit(transaction).await
    }

    async fn judge_rows(&self, rows: &[(CustomerId, CustomerData)]) -> Result<VecDeque<Row>, Error> {
        let ids: Vec<CustomerId> = rows.iter().map(|(id, _)| id.clone()).collect();
        let reads = ids.chunks(BATCH).map(|ids| self.customers(ids));
        let mut known: std::collections::HashMap<_, _> =
            futures_util::future::try_join_all(reads).await?.into_iter().flatten().collect();
        let judged = rows.iter().enumerate().map(|(place, (id, data))| Row::judge(place, known.remove(id), id, data));
        Ok(judged.flatten().collect())
    }

    /// The next transaction, with as many rows as fit.
    fn next_bundle(&self, acting: &Acting, queue: &mut VecDeque<Row>) -> Result<(Transaction, Vec<Row>), Error> {
        let mut transaction = self.transaction();
        acting.check(&mut transaction);
        let mut bundle: Vec<Row> = Vec::new();
        while let Some(row) = queue.pop_front() {
            let mut writes = self.transaction();
            write(acting, row.before.as_ref(), &row.after, &mut writes)?;
            let alone = row.alone || bundle.first().is_some_and(|first| first.alone);
            if !bundle.is_empty() && (alone || transaction.len() + writes.len() > MAX_WRITES) {
                queue.push_front(row);
                break;
            }
            transaction.append(writes);
            bundle.push(row);
        }
        Ok((transaction, bundle))
    }
}

/// One row's customer was changed meanwhile: it is judged anew, and all go again.
fn retry(bundle: Vec<Row>, current: Customer, queue: &mut VecDeque<Row>, results: &mut [Imported]) {
    let mut current = Some(current);
    for row in bundle.into_iter().rev() {
        if current.as_ref().is_none_or(|current| current.id != row.after.id) {
            queue.push_front(row);
        } else if row.attempts == ATTEMPTS {
            results[row.place] = Imported::Contended;
        } else {
            let again = Row::judge(row.place, current.take(), &row.after.id, &row.after.data);
            // None: somebody else has made the customer what the row says.
            if let Some(again) = again {
                queue.push_front(Row { attempts: row.attempts + 1, ..again });
            }
        }
    }
}

/// Others hold some row's items: each row goes alone, so that only those rows suffer.
fn give_room(bundle: Vec<Row>, queue: &mut VecDeque<Row>, results: &mut [Imported]) {
    if let [row] = bundle.as_slice() {
        results[row.place] = Imported::Contended;
        return;
    }
    for row in bundle.into_iter().rev() {
        queue.push_front(Row { alone: true, ..row });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use backoffice_domain::{Email, Name};

    fn data(first_name: &str) -> CustomerData {
        CustomerData {
            email: Email::parse("ada@shop.example").expect("email"),
            first_name: Name::parse(first_name).expect("name"),
            last_name: Name::parse("Lovelace").expect("name"),
            gender: None,
        }
    }

    fn id(text: &str) -> CustomerId {
        CustomerId::parse(text).expect("reference")
    }

    fn row(place: usize, before: Option<Customer>, reference: &str) -> Row {
        Row::judge(place, before, &id(reference), &data("Ada")).expect("a change")
    }

    #[test]
    fn a_row_creates_updates_or_changes_nothing() {
        assert_eq!(row(0, None, "a").imported(), Imported::Created);
        let other = Customer::new(id("a"), data("Augusta"));
        assert_eq!(row(0, Some(other), "a").imported(), Imported::Updated);
        assert!(Row::judge(0, Some(Customer::new(id("a"), data("Ada"))), &id("a"), &data("Ada")).is_none());
    }

    #[test]
    fn a_row_that_was_overtaken_is_judged_anew_in_its_place() {
        let (mut queue, mut results) = (VecDeque::new(), vec![Imported::Unchanged; 3]);
        let bundle = vec![row(0, None, "a"), row(1, None, "b"), row(2, None, "c")];
        retry(bundle, Customer::new(id("b"), data("Augusta")), &mut queue, &mut results);
        let places: Vec<(usize, Imported)> = queue.iter().map(|row| (row.place, row.imported())).collect();
        assert_eq!(places, [(0, Imported::Created), (1, Imported::Updated), (2, Imported::Created)]);
        assert_eq!(queue[1].after.version, 2);
    }

    #[test]
    fn a_row_is_not_judged_for_ever() {
        let (mut queue, mut results) = (VecDeque::new(), vec![Imported::Unchanged; 1]);
        let tired = Row { attempts: ATTEMPTS, ..row(0, None, "a") };
        retry(vec![tired], Customer::new(id("a"), data("Augusta")), &mut queue, &mut results);
        assert_eq!((queue.len(), results), (0, vec![Imported::Contended]));
    }

    #[test]
    fn rows_that_get_in_somebodys_way_go_alone() {
        let (mut queue, mut results) = (VecDeque::new(), vec![Imported::Unchanged; 2]);
        give_room(vec![row(0, None, "a"), row(1, None, "b")], &mut queue, &mut results);
        assert!(queue.iter().all(|row| row.alone));
        let alone = queue.pop_front().expect("a row");
        give_room(vec![alone], &mut queue, &mut results);
        assert_eq!((queue.len(), results), (1, vec![Imported::Contended, Imported::Unchanged]));
    }
}
