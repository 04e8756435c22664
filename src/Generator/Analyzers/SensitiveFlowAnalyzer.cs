using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Rules.Sensitivity;
using TaskGen.Generator.Rules.Usage;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Analyzers;

/// <summary>
/// Finds sensitive values that a method writes to an output or passes to a parameter that is not marked as sensitive. It skips generated
/// code; <see cref="GeneratedBodyAnalyzer"/> checks the bodies of tasks in it by the same rules.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SensitiveFlowAnalyzer() : TaskGenAnalyzer(
    MetadataNames.SensitiveAttribute,
    [
        Descriptors.SensitiveValueLeaks, Descriptors.SensitiveValuePassedOn,
    ],
    GeneratedCodeAnalysisFlags.None)
{
    private const string ArgsName = "Args";

    /// <inheritdoc/>
    protected override void Start(CompilationStartAnalysisContext start) => start.RegisterOperationAction(
        static operation => Check(operation.Operation, operation.ReportDiagnostic),
        OperationKind.Invocation,
        OperationKind.ObjectCreation,
        OperationKind.SimpleAssignment);

    /// <summary>Checks an operation in code that a user has written.</summary>
    internal static void Check(IOperation operation, Action<Diagnostic> report)
    {
        switch (operation)
        {
            case IInvocationOperation call:
                Check(call, report);
                break;
            case IObjectCreationOperation creation:
                Check(creation, report);
                break;
            case ISimpleAssignmentOperation assignment:
                Check(assignment, report);
                break;
        }
    }

    private static void Check(IInvocationOperation call, Action<Diagnostic> report)
    {
        if (SensitiveSinks.Of(call) is { } sink)
        {
            foreach (var argument in call.Arguments)
            {
                foreach (var place in SensitiveFlow.Find(argument.Value))
                {
                    if (!SensitiveSinks.IsMasked(call, place))
                    {
                        ReportLeak(place, sink, report);
                    }
                }
            }
        }
        else if (call.TargetMethod.Name is "DelayAsync" or "Signature" or "Partial"
            && call.TargetMethod.ContainingType.Implements(MetadataNames.TaskDefinition))
        {
            CheckPassedOn(call.Arguments, call.TargetMethod.ContainingType, report);
        }
    }

    private static void Check(IObjectCreationOperation creation, Action<Diagnostic> report)
    {
        if (SensitiveSinks.Of(creation) is { } sink)
        {
            foreach (var argument in creation.Arguments)
            {
                foreach (var place in SensitiveFlow.Find(argument.Value))
                {
                    ReportLeak(place, sink, report);
                }
            }
        }
        else if (creation.Type is { Name: ArgsName, ContainingType: { } task } && task.Implements(MetadataNames.TaskDefinition))
        {
            CheckPassedOn(creation.Arguments, task, report);
        }
    }

    private static void Check(ISimpleAssignmentOperation assignment, Action<Diagnostic> report)
    {
        if (SensitiveSinks.Of(assignment) is { } sink)
        {
            foreach (var place in SensitiveFlow.Find(assignment.Value))
            {
                ReportLeak(place, sink, report);
            }
        }
    }

    private static void CheckPassedOn(ImmutableArray<IArgumentOperation> arguments, INamedTypeSymbol task, Action<Diagnostic> report)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter is not { } parameter || SensitivityReader.IsSensitive(parameter))
            {
                continue;
            }

            foreach (var place in SensitiveFlow.Find(argument.Value))
            {
                report(Diagnostic.Create(
                    Descriptors.SensitiveValuePassedOn,
                    place.Syntax.GetLocation(),
                    SensitiveFlow.SymbolOf(place)?.Name ?? "",
                    parameter.Name,
                    DispatchTypes.TaskName(task)));
            }
        }
    }

    private static void ReportLeak(IOperation place, string sink, Action<Diagnostic> report) =>
        report(Diagnostic.Create(
            Descriptors.SensitiveValueLeaks,
            place.Syntax.GetLocation(),
            SensitiveFlow.SymbolOf(place)?.Name ?? place.Syntax.ToString(),
            sink));
}
