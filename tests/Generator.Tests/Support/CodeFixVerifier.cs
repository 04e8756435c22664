using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Generator.Tests.Support;

/// <summary>
/// Applies a fix as an editor would, in a project without the implicit usings, once at each place and once in bulk, and compares what comes
/// out. What was fixed must no longer be flagged, and what compiled must still compile.
/// </summary>
internal static class CodeFixVerifier
{
    private const string ContractsFile = "TaskContracts.txt";

    /// <summary>Applies a fix until nothing is left to fix, one place after the other and all at once.</summary>
    /// <typeparam name="TFix">The fix.</typeparam>
    /// <param name="id">The diagnostic that is fixed.</param>
    /// <param name="source">The source; a file with its own usings.</param>
    /// <param name="expected">The source after it.</param>
    /// <param name="title">Which of the fixes of the provider; null: the only one.</param>
    /// <param name="setup">The project.</param>
    /// <param name="expectedContracts">The contract file after it; null where it does not change.</param>
    /// <param name="compiles">Whether the result must compile; not where the fix leaves a hole that only the user can fill.</param>
    /// <param name="expectedSources">The further files of the project after it; null where they do not change.</param>
    public static async Task VerifyAsync<TFix>(
        string id, string source, string expected, string? title = null, AnalyzerSetup? setup = null, string? expectedContracts = null,
        bool compiles = true, IReadOnlyList<string>? expectedSources = null)
        where TFix : CodeFixProvider, new()
    {
        setup ??= new AnalyzerSetup();
        foreach (var inBulk in (bool[])[false, true])
        {
            var fix = new TFix();
            Assert.Contains(id, fix.FixableDiagnosticIds);
            var document = CreateDocument(setup, source);
            var left = (await FindAsync(document, setup, id)).Length;
            Assert.True(left > 0, $"Nothing is flagged with {id}.");
            while (left > 0)
            {
                var diagnostics = await FindAsync(document, setup, id);
                var action = await FindActionAsync(fix, document, diagnostics[0], title);
                if (inBulk)
                {
                    action = await FixAllAsync(fix, document, diagnostics, action);
                }

                document = await ApplyAsync(document, action);
                var now = (await FindAsync(document, setup, id)).Length;
                Assert.True(
                    now < left, $"The fix left as many {id} as before:\n{await document.GetTextAsync()}\n{await ContractsAsync(document)}");
                Assert.False(
                    inBulk && now > 0,
                    $"The fix in bulk left {now} of {left}:\n{await document.GetTextAsync()}\n{await ContractsAsync(document)}");
                left = now;
            }

            Assert.Equal(expected, (await document.GetTextAsync()).ToString());
            Assert.Equal(expectedSources ?? setup.Sources, await SourcesAsync(document));
            Assert.Equal(expectedContracts ?? setup.Contracts, await ContractsAsync(document));
            if (compiles)
            {
                GeneratorHarness.GenerateStrictly((CSharpCompilation)(await document.Project.GetCompilationAsync())!);
            }
        }
    }

    /// <summary>Checks that the first place that is flagged is offered no fix.</summary>
    public static async Task VerifyNoFixAsync<TFix>(string id, string source, AnalyzerSetup? setup = null)
        where TFix : CodeFixProvider, new() =>
        Assert.Empty(await OfferedAsync<TFix>(id, source, setup));

    /// <summary>The titles of what is offered at the first place that is flagged.</summary>
    public static async Task<IReadOnlyList<string>> OfferedAsync<TFix>(string id, string source, AnalyzerSetup? setup = null)
        where TFix : CodeFixProvider, new()
    {
        setup ??= new AnalyzerSetup();
        var document = CreateDocument(setup, source);
        var diagnostics = await FindAsync(document, setup, id);
        return [.. (await FindActionsAsync(new TFix(), document, diagnostics[0])).Select(static action => action.Title)];
    }

    private static Document CreateDocument(AnalyzerSetup setup, string source)
    {
        var workspace = new AdhocWorkspace();
        var project = workspace.AddProject("Tests", LanguageNames.CSharp)
            .WithCompilationOptions(GeneratorHarness.Options.WithOutputKind(setup.Kind))
            .WithParseOptions(GeneratorHarness.ParseOptions.WithLanguageVersion(setup.Language))
            .WithMetadataReferences([.. TestReferences.All, .. setup.References]);
        foreach (var other in setup.Sources.Select(static (text, index) => (Text: text, Name: $"Other{index}.cs")))
        {
            project = project.AddDocument(other.Name, other.Text, filePath: other.Name).Project;
        }

        if (setup.Contracts is { } contracts)
        {
            project = project.AddAdditionalDocument(ContractsFile, contracts, filePath: ContractsFile).Project;
        }

        return project.AddDocument("Source.cs", source, filePath: "Source.cs");
    }

    private static async Task<ImmutableArray<Diagnostic>> FindAsync(Document document, AnalyzerSetup setup, string id)
    {
        var compilation = (CSharpCompilation)(await document.Project.GetCompilationAsync())!;
        var options = (setup with { Contracts = await ContractsAsync(document) }).ToOptions();
        var output = GeneratorHarness.Generate(compilation);
        var found = await output.WithAnalyzers([.. Library.Analyzers()], options).GetAnalyzerDiagnosticsAsync();
        return [.. found.Where(diagnostic => diagnostic.Id == id).OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>The texts of the further files, in the order of the setup.</summary>
    private static async Task<IReadOnlyList<string>> SourcesAsync(Document document)
    {
        var texts = new List<string>();
        foreach (var other in document.Project.Documents.Where(other => other.Id != document.Id)
            .OrderBy(static other => PathOf(other).Length).ThenBy(PathOf, StringComparer.Ordinal))
        {
            texts.Add((await other.GetTextAsync()).ToString());
        }

        return texts;
    }

    private static string PathOf(Document document) => document.FilePath ?? document.Name;

    private static async Task<string?> ContractsAsync(Document document) =>
        document.Project.AdditionalDocuments.SingleOrDefault() is { } file ? (await file.GetTextAsync()).ToString() : null;

    private static async Task<CodeAction> FindActionAsync(CodeFixProvider fix, Document document, Diagnostic diagnostic, string? title)
    {
        var actions = await FindActionsAsync(fix, document, diagnostic);
        return Assert.Single(actions, action => title is null || action.Title == title);
    }

    private static async Task<List<CodeAction>> FindActionsAsync(CodeFixProvider fix, Document document, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        if (diagnostic.Location.Kind == LocationKind.ExternalFile)
        {
            var file = document.Project.AdditionalDocuments.Single();
            await fix.RegisterCodeFixesAsync(new CodeFixContext(file, diagnostic, (action, _) => actions.Add(action), default));
        }
        else
        {
            await fix.RegisterCodeFixesAsync(
                new CodeFixContext(DocumentOf(document, diagnostic), diagnostic, (action, _) => actions.Add(action), default));
        }

        return actions;
    }

    private static Document DocumentOf(Document document, Diagnostic diagnostic) =>
        document.Project.Documents.SingleOrDefault(candidate => candidate.FilePath == diagnostic.Location.SourceTree?.FilePath) ?? document;

    private static async Task<CodeAction> FixAllAsync(
        CodeFixProvider fix, Document document, ImmutableArray<Diagnostic> diagnostics, CodeAction action)
    {
        var provider = fix.GetFixAllProvider();
        Assert.NotNull(provider);
        var scope = new FixAllContext(
            document, fix, FixAllScope.Project, action.EquivalenceKey, fix.FixableDiagnosticIds, new Found(document, diagnostics), default);
        return (await provider.GetFixAsync(scope))!;
    }

    private static async Task<Document> ApplyAsync(Document document, CodeAction action)
    {
        var operations = await action.GetOperationsAsync(default);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return changed.GetDocument(document.Id)!;
    }

    private sealed class Found(Document document, ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document asked, CancellationToken cancellationToken) =>
            Task.FromResult(
                diagnostics.Where(diagnostic => diagnostic.Location.SourceTree is not null
                    && DocumentOf(document, diagnostic).Id == asked.Id));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(diagnostics.Where(static diagnostic => diagnostic.Location.SourceTree is null));

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);
    }
}
