using Generator.Tests.Support;

namespace Generator.Tests.Emission;

/// <summary>Services that are clients of the same project, whose types do not exist yet when the generator runs.</summary>
public sealed class ClientReferenceTests
{
    [Theory]
    [InlineData("namespace A;", "JobsClient")]
    [InlineData("namespace A.Inner;", "JobsClient")]
    [InlineData("using A; namespace B;", "JobsClient")]
    [InlineData("namespace B;", "A.JobsClient")]
    [InlineData("namespace B;", "global::A.JobsClient")]
    [InlineData("using A;", "JobsClient?")]
    [InlineData("namespace A;", "JobsClient?")]
    public void A_client_of_another_file_is_injected(string head, string type)
    {
        var parameter = type.EndsWith('?') ? $"{type} jobs = null" : $"{type} jobs";
        var compilation = GeneratorHarness.Compile(
            "namespace A; public sealed class Jobs { [Task(Name = \"jobs.run\")] public void Run() { } }",
            $"{head} public sealed class Mails({parameter}) {{ [Task(Name = \"mails.run\")] public object? Run() => jobs; }}");
        GeneratorHarness.GenerateWithoutErrors(compilation);
        var files = GeneratorHarness.Files(GeneratorHarness.Driver().RunGenerators(compilation).GetRunResult());
        Assert.Contains("JobsClient>(context)", string.Concat(files.Values), StringComparison.Ordinal);
    }

    [Fact]
    public void The_client_in_the_own_namespace_comes_first()
    {
        const string Jobs = "public sealed class Jobs { [Task] public void Run() { } }";
        var compilation = GeneratorHarness.Compile(
            $"namespace A; {Jobs}",
            $"namespace C; {Jobs}",
            $"using A; namespace B; {Jobs} public sealed class Mails(JobsClient jobs) {{ [Task] public object Run() => jobs; }}");
        GeneratorHarness.GenerateWithoutErrors(compilation);
    }

    /// <summary>The compiler reports the unknown type, and generated code does not repeat the error.</summary>
    [Theory]
    [InlineData("HttpClient")]
    [InlineData("A.MailsClient")]
    [InlineData("Missing.JobsClient")]
    public void A_type_that_only_has_the_name_of_a_client_yields_no_code(string type)
    {
        var files = GeneratorHarness.Files(GeneratorHarness.Run(
            "namespace A; public sealed class Jobs { [Task] public void Run() { } }",
            $"namespace B; public sealed class Mails({type} client) {{ [Task] public object Run() => client; }}"));
        Assert.DoesNotContain(files.Keys, static name => name.StartsWith("B.Mails.", StringComparison.Ordinal));
        Assert.Contains(files.Keys, static name => name.StartsWith("A.Jobs.", StringComparison.Ordinal));
    }

    [Fact]
    public void Classes_whose_clients_need_each_other_are_left_out_together()
    {
        var files = GeneratorHarness.Files(GeneratorHarness.Run(
            "public sealed class A(MissingClient client) { [Task] public object Run() => client; }",
            "public sealed class B(AClient client) { [Task] public object Run() => client; }",
            "public sealed class C(BClient client) { [Task] public object Run() => client; }",
            "public sealed class D(EClient client) { [Task] public object Run() => client; }",
            "public sealed class E(DClient client) { [Task] public object Run() => client; }"));
        Assert.Equal(
            ["D", "E"],
            files.Keys.Select(static name => name.Split('.')[0]).Where(static name => name.Length == 1).Order(StringComparer.Ordinal));
    }
}
