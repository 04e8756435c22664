using System.Text.RegularExpressions;
using System.Xml.Linq;
using Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Generator.Tests.Emission;

/// <summary>The documentation of generated members, which editors show to the users of a client.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public void Every_referenced_member_exists()
    {
        var output = Generate(
            """
            namespace Shop
            {
                /// <summary>Reports.</summary>
                public sealed class @event
                {
                    public sealed class Größe<T> { }
                    [Task] public Task<List<int>> A(string @class, (int From, int? To)[] years, params int[] numbers) => null!;
                    [Task] public void B(Dictionary<string, List<int>> map, ITaskProgress<int> progress, CancellationToken token) { }
                    [Task] public void C(Größe<int>[] sizes) { }
                }
            }
            """);
        var ids = output.SyntaxTrees
            .Where(static tree => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal))
            .SelectMany(static tree => DocumentationIds().Matches(tree.ToString()))
            .Select(static match => match.Groups[1].Value)
            .Distinct()
            .ToList();
        Assert.Contains(ids, static id => id.Contains("EnqueueManyAsync", StringComparison.Ordinal));
        Assert.All(ids, id => Assert.NotNull(DocumentationCommentId.GetFirstSymbolForDeclarationId(id, output)));
    }

    [Fact]
    public void A_task_shows_its_declared_settings()
    {
        var property = PropertyOf(
            "[Task(Name = \"a.b\", Queue = \"cpu\", Priority = TaskPriority.High, Retry = 3, SoftTimeLimitSeconds = 90, "
            + "TimeLimitSeconds = 7200, "
            + "ExpiresSeconds = 0.5, Idempotent = true, IgnoreResult = true)]");
        Assert.Equal(
            "Runs as task a.b on queue cpu with high priority.",
            property.Element("summary")!.Element("para")!.Value);
        Assert.Equal(
            "A failed attempt is retried up to 3 times. The cancellation token of an attempt is canceled after 90 seconds. "
            + "An attempt is abandoned after 2 hours. The task expires if it is still waiting for an attempt 0.5 seconds after its "
            + "dispatch. "
            + "A dispatch with equal arguments joins the existing task until 1 day after that task has succeeded. "
            + "The result is not stored.",
            property.Element("remarks")!.Element("para")!.Value);
    }

    [Fact]
    public void A_task_without_settings_shows_its_queue_only()
    {
        var property = PropertyOf("[Task]");
        Assert.Equal("Runs as task Jobs.A on queue default.", property.Element("summary")!.Element("para")!.Value);
        Assert.Null(property.Element("remarks")!.Element("para"));
    }

    [Theory]
    [InlineData("public int A(string type, int count, int copies = 1) => 1;", "await client.A.DelayAsync(type, count);", true)]
    [InlineData("public void A(params int[] numbers) { }", "await client.A.DelayAsync();", true)]
    [InlineData("public void A(int @in) { }", "await client.A.DelayAsync(@in);", true)]
    [InlineData("[Task(IgnoreResult = true)] public void A() { }", "await client.A.DelayAsync();", false)]
    public void A_client_has_an_example(string method, string dispatch, bool waits)
    {
        var source = method.StartsWith('[') ? method : "[Task] " + method;
        var client = Documentation(Generate($"public sealed class Jobs {{ {source} }}").GetTypeByMetadataName("JobsClient")!);
        var code = client.Element("example")!.Element("code")!.Value;
        Assert.Contains(dispatch, code, StringComparison.Ordinal);
        Assert.Equal(waits, code.Contains("GetAsync", StringComparison.Ordinal));
    }

    // The sources document only some parameters (CS1573).
    private static CSharpCompilation Generate(string source) =>
        GeneratorHarness.GenerateStrictly(GeneratorHarness.Compile("#pragma warning disable CS1573\n" + source));

    private static XElement PropertyOf(string attribute) => Documentation(
        Generate($"public sealed class Jobs {{ {attribute} public void A(CancellationToken cancellationToken) {{ }} }}")
            .GetTypeByMetadataName("JobsClient")!.GetMembers("A").Single());

    private static XElement Documentation(ISymbol symbol) => XElement.Parse(symbol.GetDocumentationCommentXml()!);

    [GeneratedRegex("cref=\"([A-Z]:[^\"]*)\"")]
    private static partial Regex DocumentationIds();
}
