#include "handlers/operator/command_line.h"

#include <gtest/gtest.h>

#include <cstdlib>
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
  EXPECT_EQ(Read({"thing", "list", "--size", "3"}).error,
            "not expected: --size 3; usage: permitctl thing list");
  EXPECT_NE(Read({"thing", "list", "--size", "3"}).error.find("--size"), std::string::npos);
  EXPECT_NE(Read({"thing", "make", "a", "--size"}).error.find("--size: 1 required N missing"),
            std::string::npos);
  EXPECT_NE(Read({"thing", "make", "a", "--quick=x"})
                .error.find("quick was given a disallowed flag override"),
            std::string::npos);
}

TEST(CommandLine, AWordOrValueMayLookLikeACommandOrAnOption) {
  const CommandLine line = Read({"thing", "make", "list", "thing", "--size", "--quick", "-3", ""});
  ASSERT_EQ(line.error, "");
  EXPECT_EQ(line.command->verb, "make");
  EXPECT_EQ(line.arguments.words, (std::vector<std::string>{"list", "thing", "-3", ""}));
  EXPECT_EQ(line.arguments.Option("size"), "--quick");
  EXPECT_FALSE(line.arguments.Has("quick"));
  for (const char* value : {"[a,b]", "{}", "a=b", ""}) {
    EXPECT_EQ(Read({"thing", "make", "a", "--size", value}).arguments.Option("size"), value);
  }
}

TEST(CommandLine, TheLastFormatCounts) {
  EXPECT_EQ(Read({"--tsv", "thing", "list", "--json"}).format, Format::kJson);
  EXPECT_EQ(Read({"--json", "thing", "list", "--tsv"}).format, Format::kTsv);
}

TEST(CommandLine, TheVariableNamesTheSettingsUnlessTheOptionDoes) {
  setenv("PERMIT_CONFIG", "variable", 1);
  EXPECT_EQ(Read({"thing", "list"}).config, "variable");
  EXPECT_EQ(Read({"thing", "list", "--config", "option"}).config, "option");
  unsetenv("PERMIT_CONFIG");
  EXPECT_EQ(Read({"thing", "list"}).config, "");
}

TEST(CommandLine, HelpIsThereForAllForANounAndForACommand) {
  for (const std::vector<std::string>& words : {std::vector<std::string>{},
                                                {"--help"},
                                                {"thing", "--help"},
                                                {"thing", "make", "-h"},
                                                {"help"},
                                                {"help", "thing", "make"}}) {
    EXPECT_NE(Read(words).help.find("thing make NAME..."), std::string::npos);
    EXPECT_EQ(Read(words).error, "");
  }
  EXPECT_NE(Read({"thing", "make", "--help"}).help.find("--size N"), std::string::npos);
  EXPECT_EQ(Read({"help", "thing", "list"}).help.find("thing make"), std::string::npos);
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
