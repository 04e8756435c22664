using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Json;
using TaskGen.Generator.Rules.MethodShape;
using TaskGen.Generator.Rules.Payload;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Analyzers;

/// <summary>Looks into what travels with a task: what cannot be written or read, what arrives as something else, and what should not travel.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TaskPayloadAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Descriptors.UnserializableType, Descriptors.OpenType, Descriptors.UntypedObject, Descriptors.ReferenceCycle, Descriptors.LargeData,
        Descriptors.NoJsonDescription, Descriptors.KeyWithoutCanonicalForm,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(MetadataNames.TaskAttribute) is null)
            {
                return;
            }

            var contexts = BuildSettings.HasNoReflection(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions) ? new JsonContexts(start.Compilation) : null;
            var rules = new PayloadRules(contexts);
            start.RegisterSymbolAction(symbol => Check((IMethodSymbol)symbol.Symbol, symbol.Compilation, symbol.ReportDiagnostic, rules), SymbolKind.Method);
        });
    }

    private static void Check(IMethodSymbol method, Compilation compilation, Action<Diagnostic> report, PayloadRules rules)
    {
        // What is broken on the outside is told first.
        if (TaskMethod.Find(method, compilation) is { } task && TaskMethodRules.Allow(task))
        {
            foreach (var diagnostic in rules.Check(task))
            {
                report(diagnostic);
            }
        }
    }
}
