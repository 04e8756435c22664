using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Rules.Usage;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Analyzers;

/// <summary>
/// Checks the bodies of tasks in generated code by the rules that other analyzers apply to all code that is not generated. Generated code
/// outside tasks is not checked, because users cannot change it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GeneratedBodyAnalyzer() : TaskGenAnalyzer(
    MetadataNames.TaskAttribute,
    [
        Descriptors.DispatchNotAwaited, Descriptors.ArgumentDiffersPerDispatch, Descriptors.UnknownTaskName,
        Descriptors.SensitiveValueLeaks, Descriptors.SensitiveValuePassedOn, Descriptors.DerivedObjectSliced,
        Descriptors.IgnoredResultRead,
    ])
{
    /// <inheritdoc/>
    protected override void Start(CompilationStartAnalysisContext start)
    {
        if (DispatchTypes.Resolve(start.Compilation) is not { } types)
        {
            return;
        }

        var compilation = start.Compilation;
        var known = new Lazy<HashSet<string>>(() => KnownTaskNames.Read(compilation));
        MethodActions.RegisterTaskTypes(start, type => type.RegisterOperationBlockStartAction(block =>
        {
            if (block.IsGeneratedCode && MethodActions.FindOwner(type.Symbol, block.OwningSymbol, block.Compilation) is not null)
            {
                block.RegisterOperationAction(
                    operation => Check(operation, types, known),
                    OperationKind.Invocation,
                    OperationKind.ObjectCreation,
                    OperationKind.SimpleAssignment,
                    OperationKind.With,
                    OperationKind.Return);
            }
        }));
    }

    private static void Check(OperationAnalysisContext context, DispatchTypes types, Lazy<HashSet<string>> known)
    {
        SensitiveFlowAnalyzer.Check(context.Operation, context.ReportDiagnostic);
        foreach (var sliced in SlicedObjectRules.Check(context.Operation, context.ContainingSymbol, types, context.Compilation.Assembly))
        {
            context.ReportDiagnostic(sliced);
        }

        foreach (var violation in FreshArgumentRules.Check(context.Operation, types))
        {
            context.ReportDiagnostic(violation.ToDiagnostic());
        }

        if (context.Operation is IInvocationOperation call)
        {
            if (DroppedDispatchRules.Check(call, context.ContainingSymbol, types) is { } dropped)
            {
                context.ReportDiagnostic(dropped.ToDiagnostic());
            }

            if (RegistryNameRules.Check(call, types, known) is { } unknown)
            {
                context.ReportDiagnostic(unknown);
            }

            if (IgnoredResultRules.Check(call, types) is { } ignored)
            {
                context.ReportDiagnostic(ignored.ToDiagnostic());
            }
        }
    }
}
