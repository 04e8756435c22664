using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Json;
using TaskGen.Generator.Rules.MethodShape;
using TaskGen.Generator.Rules.Payload;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Analyzers;

/// <summary>
/// Checks the data that is serialized for a task: types that cannot be serialized or deserialized, types that deserialize to a different
/// type, and data that is too large.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TaskPayloadAnalyzer() : TaskGenAnalyzer(
    MetadataNames.TaskAttribute,
    [
        Descriptors.TypeNotSerializable, Descriptors.TypeNotDeserializable, Descriptors.UntypedObject,
        Descriptors.ReferenceCycle, Descriptors.LargeData, Descriptors.TypeNotInJsonContext,
        Descriptors.KeyDependsOnOrder, Descriptors.ValueNotRestored, Descriptors.UnwritableDefault,
    ])
{
    /// <inheritdoc/>
    protected override void Start(CompilationStartAnalysisContext start)
    {
        var options = start.Options.AnalyzerConfigOptionsProvider.GlobalOptions;
        var rules = new PayloadRules(BuildSettings.HasNoReflection(options) ? new JsonContexts(start.Compilation) : null);
        MethodActions.RegisterMethods(start, (method, compilation, report) => Check(method, compilation, report, rules));
    }

    private static void Check(IMethodSymbol method, Compilation compilation, Action<Diagnostic> report, PayloadRules rules)
    {
        // If a method breaks a method shape rule, only that violation is reported.
        if (TaskMethod.Find(method, compilation) is { } task && TaskMethodRules.Allow(task))
        {
            foreach (var diagnostic in rules.Check(task))
            {
                report(diagnostic);
            }
        }
    }
}
