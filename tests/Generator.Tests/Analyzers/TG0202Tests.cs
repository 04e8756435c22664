using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Duplicate wire names.</summary>
public sealed class TG0202Tests
{
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
        var library = Emission.RegistryTests.Library("Shop.Jobs", "namespace Shop { internal sealed class Mail { [Task] internal void Send() { } } }");
        var messages = await AnalyzerVerifier.VerifyAsync("namespace Web { public sealed class Mail { [Task] public void [|TG0202:Send|]() { } } }", library);
        Assert.Contains("'Web.Mail.Send'", messages[0], StringComparison.Ordinal);
        Assert.Contains("'Shop.Mail.Send in Shop.Jobs'", messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        """
        public sealed class TaskAttribute : System.Attribute { }
        public sealed class C { [Task] public void A() { } [Task] public void B() { } }
        """);
}
