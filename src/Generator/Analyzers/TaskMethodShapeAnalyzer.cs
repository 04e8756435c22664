using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Rules.MethodShape;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Analyzers;

/// <summary>Says why a method with the attribute got no client: everything that can be told from the method alone.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TaskMethodShapeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Descriptors.NotAccessible, Descriptors.AsyncVoid, Descriptors.ParameterCannotTravel, Descriptors.ReturnCannotTravel, Descriptors.Generic,
        Descriptors.Overloaded, Descriptors.NoUsableConstructor, Descriptors.InjectedTwice, Descriptors.NotAnOrdinaryMethod, Descriptors.ValueOutOfRange,
        Descriptors.TupleInsideDescribedType, Descriptors.InvalidName, Descriptors.ClashingGeneratedNames, Descriptors.HiddenByClientMember,
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

            start.RegisterSymbolAction(static symbol => Check((IMethodSymbol)symbol.Symbol, symbol.Compilation, symbol.ReportDiagnostic), SymbolKind.Method);

            // Local functions and lambdas are no members, so no action for symbols sees them.
            start.RegisterOperationAction(
                static operation => Check(((ILocalFunctionOperation)operation.Operation).Symbol, operation.Compilation, operation.ReportDiagnostic), OperationKind.LocalFunction);
            start.RegisterOperationAction(
                static operation => Check(((IAnonymousFunctionOperation)operation.Operation).Symbol, operation.Compilation, operation.ReportDiagnostic), OperationKind.AnonymousFunction);
        });
    }

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
