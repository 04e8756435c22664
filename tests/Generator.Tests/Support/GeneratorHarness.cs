using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TaskGen.Generator;
using TaskGen.Generator.Guarding;

namespace Generator.Tests.Support;

/// <summary>Compilations and generator runs.</summary>
internal static class GeneratorHarness
{
    /// <summary>Documentation is parsed and demanded, as in a project with GenerateDocumentationFile.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    /// <summary>Every warning there is, as an error.</summary>
    public static CSharpCompilationOptions Options { get; } =
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
            .WithWarningLevel(9999)
            .WithGeneralDiagnosticOption(ReportDiagnostic.Error);

    /// <summary>The usings that SDK projects have implicitly, and the library's.</summary>
    private static readonly SyntaxTree Usings = CSharpSyntaxTree.ParseText(
        """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using TaskGen;
        """,
        ParseOptions,
        "Usings.cs");

    public static CSharpCompilation Compile(params string[] sources) => CompileAs("Tests", sources);

    public static CSharpCompilation CompileAs(string assembly, params string[] sources) =>
        CSharpCompilation.Create(assembly, [Usings, .. sources.Select(Parse)], TestReferences.All, Options);

    /// <summary>Compiles where nothing of the library is referenced.</summary>
    public static CSharpCompilation CompileWithoutLibrary(params string[] sources) =>
        CSharpCompilation.Create("Tests", sources.Select(Parse), TestReferences.Framework, Options);

    public static CSharpCompilation Compile(LanguageVersion language, params string[] sources)
    {
        var options = ParseOptions.WithLanguageVersion(language);
        var usings = Usings.WithRootAndOptions(Usings.GetRoot(), options);
        var trees = sources.Select((source, index) => Parse(source, index, options));
        return CSharpCompilation.Create("Tests", [usings, .. trees], TestReferences.All, Options);
    }

    /// <summary>A source of a test; what it does not document is not what is tested.</summary>
    public static SyntaxTree Parse(string source, int index) => Parse(source, index, ParseOptions);

    public static GeneratorDriver Driver() => Driver(ParseOptions, new StepRunner());

    public static GeneratorDriver Driver(CSharpParseOptions options, params IEnumerable<IIncrementalGenerator> others) =>
        Driver(options, new StepRunner(), folder: null, others);

    public static GeneratorDriver Driver(CSharpParseOptions options, StepRunner runner) => Driver(options, runner, folder: null, []);

    public static GeneratorDriverRunResult Run(params string[] sources) => Driver().RunGenerators(Compile(sources)).GetRunResult();

    /// <summary>Runs the generator, and others, and compiles their output together with the sources.</summary>
    public static CSharpCompilation Generate(CSharpCompilation compilation, params IEnumerable<IIncrementalGenerator> others) =>
        Generate(compilation, folder: null, others);

    /// <summary>The same in a build that writes generated files to a folder.</summary>
    public static CSharpCompilation Generate(
        CSharpCompilation compilation, string? folder, params IEnumerable<IIncrementalGenerator> others)
    {
        var output = Generate(compilation, new StepRunner(), folder, others, out var diagnostics);
        Assert.Empty(diagnostics);
        return output;
    }

    /// <summary>The same with what runs the steps, and with what the generators report.</summary>
    public static CSharpCompilation Generate(
        CSharpCompilation compilation,
        StepRunner runner,
        IEnumerable<IIncrementalGenerator> others,
        out ImmutableArray<Diagnostic> diagnostics) =>
        Generate(compilation, runner, folder: null, others, out diagnostics);

    /// <summary>The same, and fails on any warning.</summary>
    public static CSharpCompilation GenerateStrictly(CSharpCompilation compilation)
    {
        var output = Generate(compilation);
        var problems = output.GetDiagnostics()
            .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning || diagnostic.IsWarningAsError)
            .ToList();
        Assert.True(problems.Count == 0, string.Join("\n", problems.Select(Describe)));
        return output;
    }

    /// <summary>The same, and fails on what the compiler itself refuses.</summary>
    public static void GenerateWithoutErrors(CSharpCompilation compilation)
    {
        var errors = Generate(compilation).GetDiagnostics()
            .Where(static diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error)
            .ToList();
        Assert.True(errors.Count == 0, string.Join("\n", errors.Select(Describe)));
    }

    /// <summary>The generated files by hint name.</summary>
    public static Dictionary<string, string> Files(GeneratorDriverRunResult result) =>
        result.Results.Single().GeneratedSources
            .ToDictionary(static source => source.HintName, static source => source.SourceText.ToString());

    private static CSharpCompilation Generate(
        CSharpCompilation compilation,
        StepRunner runner,
        string? folder,
        IEnumerable<IIncrementalGenerator> others,
        out ImmutableArray<Diagnostic> diagnostics)
    {
        Driver((CSharpParseOptions)compilation.SyntaxTrees.First().Options, runner, folder, others)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out diagnostics);
        return (CSharpCompilation)output;
    }

    private static GeneratorDriver Driver(
        CSharpParseOptions options, StepRunner runner, string? folder, IEnumerable<IIncrementalGenerator> others) =>
        CSharpGeneratorDriver.Create(
            [new TaskGenerator(runner).AsSourceGenerator(), .. others.Select(static other => other.AsSourceGenerator())],
            parseOptions: options,
            driverOptions: new GeneratorDriverOptions(
                IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true, baseDirectory: folder));

    // The sources of tests have no XML comments (CS1591). Generated code is not affected and must have them.
    private static SyntaxTree Parse(string source, int index, CSharpParseOptions options) =>
        CSharpSyntaxTree.ParseText("#pragma warning disable CS1591\n" + source, options, $"Source{index}.cs");

    private static string Describe(Diagnostic diagnostic)
    {
        var line = diagnostic.Location.GetLineSpan().StartLinePosition.Line;
        var text = diagnostic.Location.SourceTree?.GetText().Lines[line].ToString().Trim();
        return $"{diagnostic}\n    {text}";
    }
}
