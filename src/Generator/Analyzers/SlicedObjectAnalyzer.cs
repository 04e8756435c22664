using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Rules.Usage;

namespace TaskGen.Generator.Analyzers;

/// <summary>Finds objects of derived types that are serialized as their base types, so that data is lost.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SlicedObjectAnalyzer() : DispatchAnalyzer(Descriptors.DerivedObjectSliced)
{
    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext start, DispatchTypes types) =>
        start.RegisterOperationAction(
            operation =>
            {
                foreach (var diagnostic in SlicedObjectRules.Check(
                    operation.Operation, operation.ContainingSymbol, types, operation.Compilation.Assembly))
                {
                    operation.ReportDiagnostic(diagnostic);
                }
            },
            OperationKind.Invocation,
            OperationKind.ObjectCreation,
            OperationKind.With,
            OperationKind.Return);
}
