using Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Generator.Tests.Analyzers;

/// <summary>Duplicate wire names.</summary>
public sealed class TG0202Tests
{
    private const string Host = "public static class Program { public static void Main() { } }";

    [Fact]
    public Task Flags_the_second_and_names_both() => AnalyzerVerifier.VerifyAsync(
        """
        namespace A { public sealed class Jobs { [Task] public void Run() { } } }
        namespace B { public sealed class Jobs { [Task] public void [|TG0202:RunAsync|]() { } } }
        """);

    [Fact]
    public Task Leaves_names_that_differ_in_case_alone() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs { [Task(Name = "a")] public void A() { } [Task(Name = "A")] public void B() { } }
        """);

    [Fact]
    public async Task Flags_what_a_referenced_assembly_has_and_names_both()
    {
        var library = ReferencedAssembly.Of(
            "Shop.Jobs", "namespace Shop { internal sealed class Mail { [Task] internal void Send() { } } }");
        var messages = await AnalyzerVerifier.VerifyAsync(
            "namespace Web { public sealed class Mail { [Task] public void [|TG0202:Send|]() { } } }", library);
        Assert.Contains("'Web.Mail.Send'", messages[0], StringComparison.Ordinal);
        Assert.Contains("'Shop.Mail.Send in Shop.Jobs'", messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flags_an_alias_that_is_the_name_or_an_alias_of_another_task()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            public sealed class Jobs
            {
                [Task(Name = "a"), TaskAlias("b")] public void [|TG0202:A|]() { }
                [Task(Name = "b"), TaskAlias("c")] public void B() { }
                [Task(Name = "d"), TaskAlias("x"), TaskAlias("c")] public void [|TG0202:D|]() { }
            }
            """);
        Assert.Equal(
            "The alias 'b' of task 'Jobs.A' is also a name or alias of 'Jobs.B', so a host that registers both tasks does not start. "
                + "Remove the alias from the task to which it does not belong.",
            messages[0]);
        Assert.StartsWith("The alias 'c' of task 'Jobs.D' is also a name or alias of 'Jobs.B', ", messages[1], StringComparison.Ordinal);
        Assert.EndsWith(" Remove the alias from the task to which it does not belong.", messages[1], StringComparison.Ordinal);
    }

    [Fact]
    public Task Leaves_an_alias_that_says_nothing_new_alone() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs
        {
            [Task(Name = "a"), TaskAlias("a"), TaskAlias("old"), TaskAlias("old")] public void A() { }
            [Task(Name = "b"), TaskAlias("Old")] public void B() { }
            [TaskAlias("a")] public void NoTask() { }
        }
        """);

    [Fact]
    public async Task Flags_aliases_and_names_that_meet_across_assemblies()
    {
        var library = ReferencedAssembly.Of(
            "Shop.Jobs",
            """
            namespace Shop;
            public sealed class Mail { [Task(Name = "mail.send"), TaskAlias("mail.old"), TaskAlias("mail.send")] public void Send() { } }
            """);
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            namespace Web
            {
                public sealed class Jobs
                {
                    [Task(Name = "mail.old")] public void [|TG0202:A|]() { }
                    [Task(Name = "b"), TaskAlias("mail.send")] public void [|TG0202:B|]() { }
                    [Task(Name = "c"), TaskAlias("other.old")] public void C() { }
                }
            }
            """,
            library);
        Assert.Contains(
            "The wire name 'mail.old' of task 'Web.Jobs.A' is also a name or alias of 'Shop.Mail.Send in Shop.Jobs', so a host that "
                + "registers both tasks does not start. Remove the alias",
            messages[0],
            StringComparison.Ordinal);
        Assert.Contains(
            "The alias 'mail.send' of task 'Web.Jobs.B' is also a name or alias of 'Shop.Mail.Send in Shop.Jobs', so a host that "
                + "registers both tasks does not start. Remove the alias",
            messages[1],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flags_in_an_application_an_alias_of_one_referenced_assembly_that_another_one_has()
    {
        var renamed = ReferencedAssembly.Of(
            "Third.Jobs",
            """
            namespace Third;
            public sealed class Mail { [Task(Name = "mail.deliver"), TaskAlias("mail.send")] public void Send() { } }
            """);
        var messages = await AnalyzerVerifier.VerifyAsync(OutputKind.ConsoleApplication, "[|TG0202:|]" + Host, FirstLibrary(), renamed);
        Assert.Contains(
            "The alias 'mail.send' of task 'Third.Mail.Send in Third.Jobs' is also a name or alias of 'First.Mail.Send in First.Jobs'",
            messages[0],
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OutputKind.ConsoleApplication)]
    [InlineData(OutputKind.WindowsApplication)]
    public async Task Flags_in_an_application_what_two_referenced_assemblies_have_and_names_both(OutputKind kind)
    {
        var messages = await AnalyzerVerifier.VerifyAsync(kind, "[|TG0202:|]" + Host, FirstLibrary(), SecondLibrary());
        Assert.Contains("'mail.send'", messages[0], StringComparison.Ordinal);
        Assert.Contains("'Second.Mail.Send in Second.Jobs'", messages[0], StringComparison.Ordinal);
        Assert.Contains("'First.Mail.Send in First.Jobs'", messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public Task Leaves_two_referenced_assemblies_of_a_library_alone() =>
        AnalyzerVerifier.VerifyAsync(Host, FirstLibrary(), SecondLibrary());

    [Fact]
    public Task Leaves_an_assembly_that_an_application_references_twice_alone()
    {
        var library = FirstLibrary();
        return AnalyzerVerifier.VerifyAsync(OutputKind.ConsoleApplication, Host, library, library.WithAliases(["global", "again"]));
    }

    [Fact]
    public Task Leaves_a_referenced_assembly_that_is_not_registered_alone() =>
        AnalyzerVerifier.VerifyAsync(OutputKind.ConsoleApplication, Host, FirstLibrary(), SecondLibrary().WithAliases(["far"]));

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class C { [Task] public void A() { } [Task] public void B() { } }");

    private static MetadataReference FirstLibrary() => LibraryOf("First");

    private static MetadataReference SecondLibrary() => LibraryOf("Second");

    private static MetadataReference LibraryOf(string name) => ReferencedAssembly.Of(
        $"{name}.Jobs",
        $$"""namespace {{name}} { public sealed class Mail { [Task(Name = "mail.send")] public void Send() { } } }""");
}
