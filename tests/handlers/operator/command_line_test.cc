#include "handlers/operator/command_line.h"

#include <gtest/gtest.h>

#include <set>

namespace permit::ctl {
namespace {

Outcome Nothing(Surroundings&, const Arguments&) { return Outcome::Done(); }

const Command kTable[] = {
    {"thing",
     "make",
     "NAME...",
     "make things",
     Nothing,
     {{"size", "N", "how large"}, {"quick", "", "at once"}}},
    {"thing", "list", "", "list things", Nothing},
};

CommandLine Read(const std::vector<std::string>& words) { return ReadCommandLine(words, kTable); }

TEST(CommandLine, WordsAndOptionsComeInAnyOrder) {
  CommandLine line =
      Read({"--config", "f", "thing", "make", "a", "--size=3", "b", "--quick", "--size", "4"});
  ASSERT_EQ(line.error, "");
  EXPECT_EQ(line.config, "f");
  EXPECT_EQ(line.command->verb, "make");
  EXPECT_EQ(line.arguments.words, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(line.arguments.Option("size"), "4");
  EXPECT_EQ(line.arguments.Options("size").size(), 2U);
  EXPECT_TRUE(line.arguments.Has("quick"));
  EXPECT_EQ(Read({"thing", "list", "--json"}).format, Format::kJson);
  EXPECT_EQ(Read({"--tsv", "thing", "list"}).format, Format::kTsv);
  EXPECT_EQ(Read({"thing", "list", "--csv"}).format, Format::kCsv);
}

TEST(CommandLine, WhatIsWrongIsNamed) {
  EXPECT_NE(Read({"thing", "break"}).error.find("'thing break'"), std::string::npos);
  EXPECT_NE(Read({"thing"}).error.find("'thing'"), std::string::npos);
  EXPECT_NE(Read({"thing", "make"}).error.find("usage: permitctl thing make NAME..."),
            std::string::npos);
  EXPECT_NE(Read({"thing", "list", "x"}).error, "");
  EXPECT_NE(Read({"thing", "list", "--size", "3"}).error.find("--size"), std::string::npos);
  EXPECT_NE(Read({"thing", "make", "a", "--size"}).error.find("wants a value"), std::string::npos);
  EXPECT_NE(Read({"thing", "make", "a", "--quick=x"}).error.find("takes no value"),
            std::string::npos);
}

TEST(CommandLine, HelpIsThereForAllForANounAndForACommand) {
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{}, {"--help"}, {"thing", "--help"}, {"thing", "make", "-h"}}) {
    EXPECT_NE(Read(words).help.find("thing make NAME..."), std::string::npos);
    EXPECT_EQ(Read(words).error, "");
  }
  EXPECT_NE(Read({"thing", "make", "--help"}).help.find("--size N"), std::string::npos);
}

TEST(Commands, EachHasAHelpAndANameOfItsOwn) {
  std::set<std::pair<std::string_view, std::string_view>> names;
  for (const Command& command : Commands()) {
    EXPECT_TRUE(names.emplace(command.noun, command.verb).second) << command.noun << command.verb;
    EXPECT_FALSE(command.help.empty());
    for (const OptionRow& option : command.options) EXPECT_FALSE(option.meaning.empty());
  }
}

}  // namespace
}  // namespace permit::ctl
