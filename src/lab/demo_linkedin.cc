// The demo's LinkedIn archive, in the shape of 2026.

#include <fmt/format.h>

#include "lab/demo_files.h"

namespace lab {

namespace {

std::string cell(std::string_view text) {
  if (text.find_first_of(",\"\n") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

std::string profile(const std::string& slug) { return "https://www.linkedin.com/in/" + slug; }

// "2026-09-15 17:23:45 UTC"
std::string stamp(base::Instant at) {
  const std::string iso = base::iso(at);
  return iso.substr(0, 10) + " " + iso.substr(11, 8) + " UTC";
}

// "1/29/26, 2:37 PM"
std::string american(base::Instant at) {
  const base::Civil day = base::civil_of(base::day_of(at));
  const std::int64_t minute = at.seconds % base::day_seconds / 60;
  const std::int64_t hour = minute / 60;
  return fmt::format("{}/{}/{:02}, {}:{:02} {}", day.month, day.day, day.year % 100, hour % 12 == 0 ? 12 : hour % 12, minute % 60,
                     hour < 12 ? "AM" : "PM");
}

std::string connections(const DemoWorld& world) {
  std::string out =
      "Notes:\n\"When exporting your connection data, you may notice that some of the email "
      "addresses are missing. You will only see email addresses for connections who have allowed "
      "their connections to see or download their email address.\"\n\n"
      "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";
  constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::size_t n = 0;
  for (const DemoPerson& one : world.people) {
    if (one.slug.empty()) continue;
    const base::Civil day = base::civil_of(one.connected);
    const bool shown = ++n % 20 == 0 && !one.emails.empty();
    out += fmt::format("{},{},{},{},{},{},{:02} {} {}\n", cell(one.given), cell(one.family), profile(one.slug),
                       shown ? one.emails.front() : "", cell(one.company), cell(one.title), day.day, months[day.month - 1],
                       day.year);
    if (n % 200 == 0) out += fmt::format(",,,,,,{:02} {} {}\n", day.day, months[day.month - 1], day.year);
  }
  return out;
}

std::string messages(const DemoWorld& world) {
  std::string out =
      "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE "
      "URLS,DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS\n";
  const std::string own = profile(owner_slug);
  for (const DemoMessage& one : world.linkedin_messages) {
    const DemoPerson& person = world.people[one.person];
    const std::string theirs = profile(person.slug);
    out += fmt::format("2-{:08x}==,,{},{},{},{},{},,\"Hello, how is it going?\",INBOX,\n", one.person,
                       one.out ? owner_name : cell(person.name()), one.out ? own : theirs,
                       one.out ? cell(person.name()) : owner_name, one.out ? theirs : own, stamp(one.at));
  }
  // What real inboxes hold besides.
  for (int n = 0; n < 20; ++n) {
    out += fmt::format(
        "2-ad{:06x}==,Grow your pipeline,Sales Robot,,{},{},{},Offer,\"<p "
        "class=\"\"spinmail-quill-editor__spin-break\"\">Hi %FIRSTNAME%</p>\",INBOX,\n",
        n, owner_name, own, stamp(base::start_of(world.today - 10 * n - 3)));
    out += fmt::format("2-gone{:04x}==,,LinkedIn Member,,{},{},{},,A message,INBOX,\n", n, owner_name, own,
                       stamp(base::start_of(world.today - 9 * n - 3)));
  }
  return out;
}

std::string invitations(const DemoWorld& world) {
  std::string out = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n";
  for (const DemoDeed& one : world.invitations) {
    const DemoPerson& person = world.people[one.person];
    const std::string theirs = profile(person.slug);
    out += one.out ? fmt::format("{},{},\"{}\",,OUTGOING,{},{}\n", owner_name, cell(person.name()), american(one.at),
                                 profile(owner_slug), theirs)
                   : fmt::format("{},{},\"{}\",,INCOMING,{},{}\n", cell(person.name()), owner_name, american(one.at), theirs,
                                 profile(owner_slug));
  }
  return out;
}

std::string recommendations(const DemoWorld& world, bool out_only) {
  std::string out = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n";
  for (const DemoDeed& one : world.recommendations) {
    if (one.out != out_only) continue;
    const DemoPerson& person = world.people[one.person];
    out += fmt::format("{},{},{},{},\"A pleasure to work with, always.\",{},VISIBLE\n", cell(person.given), cell(person.family),
                       cell(person.company), cell(person.title), stamp(one.at));
  }
  return out;
}

std::string endorsements(const DemoWorld& world, bool out_only) {
  const char* const who = out_only ? "Endorsee" : "Endorser";
  std::string out = fmt::format(
      "Endorsement Date,Skill Name,{0} First Name,{0} Last Name,{0} Public Url,Endorsement "
      "Status\n",
      who);
  for (const DemoDeed& one : world.endorsements) {
    if (one.out != out_only) continue;
    const DemoPerson& person = world.people[one.person];
    std::string when = stamp(one.at);
    when[4] = when[7] = '/';
    out += fmt::format("{},Negotiation,{},{},www.linkedin.com/in/{},ACCEPTED\n", when, cell(person.given), cell(person.family),
                       person.slug);
  }
  return out;
}

std::string notes(const DemoWorld& world) {
  std::string out =
      "Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On,Edited "
      "On\n";
  for (const DemoDeed& one : world.notes) {
    const DemoPerson& person = world.people[one.person];
    out += fmt::format("{},{},{},\"Likes sailing, met at a fair\",{},\n", cell(person.given), cell(person.family),
                       profile(person.slug), stamp(one.at));
  }
  return out;
}

}  // namespace

std::vector<DemoFile> linkedin_files(const DemoWorld& world) {
  return {
      {"Connections.csv", connections(world)},
      {"messages.csv", messages(world)},
      {"guide_messages.csv",
       "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE "
       "URLS,DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS\n"},
      {"Invitations.csv", invitations(world)},
      {"Recommendations_Given.csv", recommendations(world, true)},
      {"Recommendations_Received.csv", recommendations(world, false)},
      {"Endorsement_Given_Info.csv", endorsements(world, true)},
      {"Endorsement_Received_Info.csv", endorsements(world, false)},
      {"Notes.csv", notes(world)},
      {"Profile.csv",
       "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo "
       "Location,Twitter Handles,Websites,Instant Messengers\nMara,Lindqvist,,,,Founder of "
       "Lindqvist & Co,,,,\"Stockholm, Stockholm County, Sweden\",,,\n"},
      {"Email Addresses.csv", fmt::format("Email Address,Confirmed,Primary,Updated "
                                          "On\n{},Yes,Yes,Not Available\n",
                                          owner_email)},
      {"PhoneNumbers.csv", fmt::format("Extension,Number,Type\n,{},MOBILE\n", owner_phone)},
      {"Positions.csv",
       "Company Name,Title,Description,Location,Started On,Finished On\nLindqvist & "
       "Co,Founder,,Stockholm,Jan 2019,\n"},
      {"Skills.csv", "Name\nNegotiation\n"},
  };
}

}  // namespace lab
