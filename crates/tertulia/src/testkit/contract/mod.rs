//! The contract of a store, as checks with a name each.

mod attending;
mod auditing;
mod changing;
mod erasing;
mod held;
mod moving;
mod naming;
mod read_marks;
mod reading;
mod reporting;
mod restarts;
mod restricting;
mod rooms;
mod saying;
mod slowing;
mod tidying;

use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;

use super::Place;
use crate::store::Store;

/// A check gets a fresh place, and panics when the store there breaks a promise.
type CheckFn = fn(&dyn Place) -> BoxFuture<'_, ()>;

/// Names checks after their functions.
macro_rules! checks {
    ($($module:ident :: $check:ident),* $(,)?) => {
        vec![$((stringify!($check), (|place| Box::pin($module::$check(place))) as CheckFn)),*]
    };
}

/// Holds a store to everything that [`Store`] promises, each check on a fresh place, and names all that fail.
///
/// # Panics
/// When a check fails.
pub async fn store_contract<P: Place>(make: impl AsyncFn() -> P) {
    let checks = checks![
        saying::ids_and_versions_count_from_one,
        saying::a_retry_is_answered_with_the_message_as_it_is_now,
        saying::a_known_client_id_with_another_request_is_refused,
        saying::a_client_id_is_its_bearers_own,
        saying::a_refusal_is_its_items_own,
        saying::an_answer_needs_a_message,
        saying::everything_of_a_message_is_kept,
        saying::times_never_go_back,
        saying::rooms_in_one_batch_count_by_themselves,
        changing::edits_follow_their_rules,
        changing::deletion_is_final_and_keeps_the_place,
        changing::each_item_sees_what_came_before_it,
        changing::reactions_count_people,
        changing::the_twenty_newest_are_shown,
        changing::a_message_holds_twenty_kinds,
        changing::reactions_on_nothing_are_refused,
        rooms::absent_rooms_are_made_by_who_may,
        rooms::a_put_merges_and_nothing_new_takes_no_version,
        rooms::settings_are_changes_in_the_feed,
        rooms::locking_raises_the_access_number,
        rooms::stale_numbers_are_told_what_is_now,
        rooms::a_deleted_room_stays_deleted_until_it_is_put,
        rooms::rooms_are_listed_by_name,
        moving::a_moved_room_keeps_its_log_and_its_cursors,
        moving::an_old_name_leads_to_the_room_until_it_is_taken,
        moving::moves_are_refused_where_a_room_is,
        moving::a_deleted_room_is_deleted_under_all_its_names,
        moving::each_item_of_a_batch_finds_the_room_where_it_is_by_then,
        moving::a_room_knows_when_it_was_made,
        rooms::secrets_stay_the_same,
        rooms::what_is_taken_back_everywhere_makes_writes_stale,
        rooms::revocations_are_kept_with_their_latest_second,
        reading::each_span_ends_where_it_should,
        reading::the_feed_pages_through_any_distance,
        reading::single_messages_are_found,
        reading::one_sees_ones_own_reactions,
        reading::bounds_are_kept,
        restarts::an_epoch_is_drawn_at_the_first_change_of_a_run,
        restarts::cursors_are_judged_across_restarts,
        restarts::an_older_copy_put_back_loses_what_it_has_not,
        restarts::everything_written_is_there_after_a_restart,
        tidying::retention_raises_first_by_one_change,
        tidying::what_is_past_retention_is_gone_at_once,
        tidying::what_is_purged_is_gone_at_once_and_its_rows_go,
        tidying::what_is_purged_is_not_in_the_way_of_its_request,
        tidying::rows_of_deleted_rooms_go,
    ];
    let mut failed = Vec::new();
    for (name, check) in checks.into_iter().chain(of_people()).chain(of_review()).chain(of_moderation()).chain(of_erasing()) {
        let place = make().await;
        if AssertUnwindSafe(check(&place)).catch_unwind().await.is_err() {
            failed.push(name);
        }
    }
    assert!(failed.is_empty(), "the store breaks its contract: {failed:?}");
}

/// Those about what waits for review.
fn of_review() -> Vec<(&'static str, CheckFn)> {
    checks![
        held::what_waits_is_in_no_read,
        held::everything_that_waits_is_listed,
        held::a_room_says_whose_messages_wait,
        held::an_edit_does_not_wait,
        held::a_held_request_is_answered_as_what_became_of_it,
        held::an_approved_message_comes_last,
        held::as_many_wait_as_may,
        held::what_waits_goes_with_its_room_and_with_time,
    ]
}

/// Those about who is in a room.
fn of_people() -> Vec<(&'static str, CheckFn)> {
    checks![
        attending::whoever_comes_twice_has_one_line,
        attending::who_was_announced_is_known_after_a_restart_until_the_room_falls_silent,
        naming::of_guests_who_race_for_a_name_one_has_it,
        naming::a_guests_name_is_theirs_until_a_day_after_they_spoke_or_left,
        naming::users_have_their_names_before_guests,
        naming::a_guest_keeps_the_three_names_that_they_spoke_under_last,
        naming::a_guest_who_is_here_still_keeps_the_present_name_alone,
        naming::names_of_guests_leave_no_user_without_a_place_for_theirs,
        naming::a_user_who_speaks_keeps_a_name_that_another_user_had_before,
        naming::a_name_that_one_alone_spoke_under_goes_with_them,
        naming::what_is_let_in_keeps_its_guests_name,
        naming::a_user_who_said_nothing_keeps_a_name_in_the_room,
        naming::a_name_that_two_were_seen_under_is_nobodys_and_one_alone_takes_it_along,
        naming::a_room_keeps_no_more_names_of_who_said_nothing_than_it_may,
        read_marks::marks_only_rise_and_no_higher_than_the_room,
        read_marks::what_is_unread_is_what_others_said_above_the_mark,
        read_marks::counting_ends_where_it_says,
        read_marks::marks_go_with_their_room_and_guests_with_time,
    ]
}

fn of_moderation() -> Vec<(&'static str, CheckFn)> {
    checks![
        slowing::a_slow_room_takes_one_message_in_its_time,
        slowing::slow_mode_holds_as_soon_as_it_is_on,
        slowing::whoever_has_a_message_held_has_spoken_when_it_came_and_not_when_it_is_let_in,
        restricting::restrictions_are_kept_replaced_and_lifted,
        restricting::restrictions_that_are_over_make_place,
        restricting::an_address_goes_with_its_restriction_or_before,
        restricting::restrictions_everywhere_are_of_no_room_and_raise_the_number,
        restricting::nothing_judged_before_a_restriction_is_written_after_it,
        restricting::each_deed_is_noted_in_its_order,
        held::what_waits_has_a_number_that_rises_with_each_deed_and_nothing_else,
        reporting::a_report_is_kept_once_for_each_person,
        reporting::reports_wait_in_the_order_in_which_they_came,
        reporting::reports_go_with_their_message,
        reporting::reports_by_and_about_whoever_is_erased_go,
        reporting::as_many_reports_are_kept_as_may,
        reporting::old_reports_go,
        reporting::nothing_judged_before_a_ban_is_reported_after_it,
        auditing::everything_that_is_done_is_noted,
        auditing::what_was_done_outlives_its_room,
    ]
}

/// Those about who is erased.
fn of_erasing() -> Vec<(&'static str, CheckFn)> {
    checks![
        erasing::whoever_is_erased_is_in_no_message_and_all_others_are_as_they_were,
        erasing::a_retry_of_what_was_erased_brings_nothing_back,
        erasing::whoever_says_again_what_was_erased_and_purged_can_be_erased_again,
        erasing::in_whose_name_somebody_spoke_who_was_erased_is_erased_later,
        erasing::whoever_spoke_for_somebody_who_was_erased_is_erased_later,
        erasing::what_is_beside_the_messages_goes_too,
        erasing::the_audit_keeps_a_pseudonym_and_a_ban_stays,
        erasing::all_of_somebody_is_found_however_much_and_wherever,
    ]
}

/// Closes a place and opens it again: the next run.
async fn restart(place: &dyn Place, store: Arc<dyn Store>) -> Arc<dyn Store> {
    drop(store);
    place.close().await;
    place.open().await
}
