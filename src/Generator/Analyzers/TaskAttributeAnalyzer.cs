using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Rules.Declaration;
using TaskGen.Generator.Rules.MethodShape;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Analyzers;

/// <summary>
/// Finds task attributes that probably do not behave as intended. A method for which no client is generated is not checked.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TaskAttributeAnalyzer() : TaskGenAnalyzer(
    MetadataNames.TaskAttribute,
    [
        Descriptors.SoftLimitNotObserved, Descriptors.ContradictoryRetryTypes,
        Descriptors.RetryTypeWithoutEffect, Descriptors.IdempotentWithoutResult,
        Descriptors.RetryTypesWithoutRetries, Descriptors.TokenNeverRead,
        Descriptors.GiveUpOnEverything, Descriptors.CallerInformation, Descriptors.ValueAsService,
    ])
{
    /// <inheritdoc/>
    protected override void Start(CompilationStartAnalysisContext start)
    {
        MethodActions.RegisterMethods(start, CheckAttributes);
        start.RegisterSymbolAction(CheckConstructor, SymbolKind.NamedType);
        MethodActions.RegisterTaskTypes(
            start, static type => type.RegisterOperationBlockAction(body => CheckBody(body, type.Symbol)));
    }

    private static void CheckAttributes(IMethodSymbol method, Compilation compilation, Action<Diagnostic> report)
    {
        if (FindTask(method, compilation) is { } task)
        {
            foreach (var violation in TaskAttributeRules.Check(task))
            {
                report(violation.ToDiagnostic());
            }
        }
    }

    // The constructor is reported once, even if the class declares several tasks.
    private static void CheckConstructor(SymbolAnalysisContext context)
    {
        foreach (var member in ((INamedTypeSymbol)context.Symbol).GetMembers())
        {
            if (member is IMethodSymbol { IsStatic: false } method && FindTask(method, context.Compilation) is { } task)
            {
                foreach (var violation in InjectedValueRules.CheckConstructor(task))
                {
                    context.ReportDiagnostic(violation.ToDiagnostic());
                }

                return;
            }
        }
    }

    private static void CheckBody(OperationBlockAnalysisContext context, ISymbol type)
    {
        if (MethodActions.FindOwner(type, context.OwningSymbol, context.Compilation) is { Method: var method }
            && FindTask(method.PartialDefinitionPart ?? method, context.Compilation) is { } task
            && TokenRules.Check(task, method, context.OperationBlocks) is { } violation)
        {
            context.ReportDiagnostic(violation.ToDiagnostic());
        }
    }

    private static TaskMethod? FindTask(IMethodSymbol method, Compilation compilation) =>
        TaskMethod.Find(method, compilation) is { } task && TaskMethodRules.Allow(task) ? task : null;
}
