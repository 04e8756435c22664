using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Rules.MethodShape;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Analyzers;

/// <summary>Reports tasks for which no client is generated because the method, its class, or its attributes break a rule.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TaskMethodShapeAnalyzer() : TaskGenAnalyzer(
    MetadataNames.TaskAttribute,
    [
        Descriptors.NotAccessible, Descriptors.AsyncVoid, Descriptors.ParameterNotSerializable,
        Descriptors.ResultNotSerializable, Descriptors.Generic, Descriptors.Overloaded,
        Descriptors.NoUsableConstructor, Descriptors.InjectedTwice, Descriptors.NotAnOrdinaryMethod,
        Descriptors.ValueOutOfRange, Descriptors.InvalidName,
        Descriptors.ClashingGeneratedNames, Descriptors.HiddenByClientMember, Descriptors.TypeNotUsable,
        Descriptors.ConditionalCall, Descriptors.TaskOfOtherGenerator,
    ])
{
    /// <inheritdoc/>
    protected override void Start(CompilationStartAnalysisContext start) => MethodActions.RegisterFunctions(start, Check);

    private static void Check(IMethodSymbol method, Compilation compilation, Action<Diagnostic> report)
    {
        if (TaskMethod.Find(method, compilation) is { } task)
        {
            foreach (var violation in TaskMethodRules.Check(task))
            {
                report(violation.ToDiagnostic());
            }
        }
    }
}
