using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TaskGen.Generator.Guarding;

namespace Generator.Tests.Support;

/// <summary>The project that a source under analysis is in: what differs from a plain library.</summary>
internal sealed record AnalyzerSetup
{
    /// <summary>What is built.</summary>
    public OutputKind Kind { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    /// <summary>Further references.</summary>
    public IReadOnlyList<MetadataReference> References { get; init; } = [];

    /// <summary>The content of <c>TaskContracts.txt</c>; null where there is none.</summary>
    public string? Contracts { get; init; }

    /// <summary>Properties of the build that analyzers may see, such as <c>PublishAot</c>.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The language.</summary>
    public LanguageVersion Language { get; init; } = LanguageVersion.CSharp14;

    /// <summary>What runs the steps of the generator.</summary>
    public StepRunner Runner { get; init; } = new();

    /// <summary>Further files of the project.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Other source generators of the project.</summary>
    public IReadOnlyList<IIncrementalGenerator> Generators { get; init; } = [];

    /// <summary>Files that another source generator adds.</summary>
    public IReadOnlyList<string> Generated { get; init; } = [];

    /// <summary>The project with a source file, before any generator has run.</summary>
    public CSharpCompilation Compile(params string[] sources) => GeneratorHarness.Compile(Language, [.. sources, .. Sources])
        .WithOptions(GeneratorHarness.Options.WithOutputKind(Kind)).AddReferences(References);

    /// <summary>A plain library with properties of the build.</summary>
    public static AnalyzerSetup WithProperties(params (string Name, string Value)[] properties) =>
        new() { Properties = properties.ToDictionary(static property => property.Name, static property => property.Value) };

    /// <summary>Additional files and properties, as analyzers get them.</summary>
    public AnalyzerOptions ToOptions() => new(
        Contracts is null ? [] : [new TextFile("TaskContracts.txt", Contracts)],
        new BuildProperties(Properties));
}
