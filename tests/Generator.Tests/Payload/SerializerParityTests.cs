using System.Text.Json;
using Generator.Tests.Support;
using TaskGen;
using TaskGen.Generator.Json;
using TaskGen.Serialization;

namespace Generator.Tests.Payload;

/// <summary>
/// The analyzer and the serializer agree on what can be read, and the analyzer and the serializer's own generator on what a context
/// describes.
/// </summary>
public sealed class SerializerParityTests
{
    private static readonly JsonSerializerOptions Options = TaskJson.Create(new TaskJsonOptions(), []);

    public static TheoryData<string> Samples => [.. ReadSamples.All.Select(static sample => sample.GetType().Name)];

    public static TheoryData<string> Described => [.. typeof(ContextSamples).GetNestedTypes().Select(static type => type.Name)];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task What_is_flagged_as_unreadable_is_what_is_not_read_back(string name)
    {
        var sample = ReadSamples.All.Single(sample => sample.GetType().Name == name);
        var type = sample.GetType();
        var json = JsonSerializer.Serialize(sample, type, Options);
        string? again = null;
        _ = Record.Exception(() => again = JsonSerializer.Serialize(JsonSerializer.Deserialize(json, type, Options), type, Options));

        var parameter = $"ReadSamples.{name.Replace("`1", "<int>", StringComparison.Ordinal)} sample";
        var found = await AnalyzerVerifier.FindAsync(
            new AnalyzerSetup { Sources = [Source("ReadSamples")] },
            $"using Generator.Tests.Payload; public sealed class Jobs {{ [Task] public void A({parameter}) {{ }} }}");
        Assert.Equal(again == json, found.IsEmpty);
        Assert.True(found.IsEmpty || found.Single().Id == "TG0102");
    }

    [Theory]
    [MemberData(nameof(Described))]
    public void What_a_context_describes_is_what_its_generator_finds(string name)
    {
        var type = typeof(ContextSamples).GetNestedType(name)!;
        var compilation = GeneratorHarness.Compile(Source("ContextSamples"));
        var symbol = compilation.GetTypeByMetadataName(type.FullName!)!;
        Assert.Equal(ContextSamplesJson.Default.GetTypeInfo(type) is not null, new JsonContexts(compilation).Describe(symbol));
    }

    /// <summary>Else the two could agree by describing nothing.</summary>
    [Fact]
    public void Some_are_described_and_some_are_not()
    {
        Assert.NotNull(ContextSamplesJson.Default.GetTypeInfo(typeof(ContextSamples.OfField)));
        Assert.Null(ContextSamplesJson.Default.GetTypeInfo(typeof(ContextSamples.Ignored)));
    }

    private static string Source(string name) =>
        File.ReadAllText(Path.Combine(SourceTreeRoot.Path, "tests", "Generator.Tests", "Payload", name + ".cs"));

}
