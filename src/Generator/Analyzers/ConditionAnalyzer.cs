using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Model;
using TaskGen.Generator.Parsing;
using TaskGen.Generator.Rules.Conditions;
using TaskGen.Generator.Rules.MethodShape;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Analyzers;

/// <summary>Reports condition methods that cannot be registered, and conditions with the same name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConditionAnalyzer() : TaskGenAnalyzer(
    MetadataNames.ConditionAttribute,
    [
        Descriptors.ConditionCannotBeCalled, Descriptors.InvalidName, Descriptors.DuplicateCondition, Descriptors.DeclaredByGenerator,
        Descriptors.TaskOfOtherGenerator,
    ])
{
    /// <inheritdoc/>
    protected override void Start(CompilationStartAnalysisContext start)
    {
        // The key is the documentation id of the method, which is unique in a compilation.
        var found = new ConcurrentDictionary<string, (ConditionModel Model, IMethodSymbol Method)>(StringComparer.Ordinal);
        MethodActions.RegisterFunctions(start, (method, compilation, report) => Check(method, compilation, report, found));
        start.RegisterCompilationEndAction(end => Report(end, found));
    }

    private static void Check(
        IMethodSymbol method,
        Compilation compilation,
        Action<Diagnostic> report,
        ConcurrentDictionary<string, (ConditionModel Model, IMethodSymbol Method)> found)
    {
        // The parts of a partial method have the same attributes, so only the defining part is checked.
        if (method.PartialDefinitionPart is not null || method.FindAttribute(MetadataNames.ConditionAttribute) is not { } attribute)
        {
            return;
        }

        var condition = new TaskMethod(method, attribute, compilation);
        foreach (var violation in ConditionRules.Check(condition))
        {
            report(violation.ToDiagnostic());
        }

        if (ConditionParser.Parse(condition) is { } model)
        {
            found[model.DocumentationId] = (model, method);
        }
    }

    private static void Report(
        CompilationAnalysisContext context, ConcurrentDictionary<string, (ConditionModel Model, IMethodSymbol Method)> found)
    {
        var models = ImmutableArray.CreateBuilder<ConditionModel>();
        foreach (var pair in found)
        {
            models.Add(pair.Value.Model);
        }

        var conditions = models.ToImmutable();
        ReportOmitted(context, ConditionSetRules.Resolve(conditions), found);
        ConditionSetRules.FindClashes(
            conditions,
            (condition, first) => context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.DuplicateCondition,
                found[condition.DocumentationId].Method.Locations[0],
                condition.Name,
                condition.Declaration,
                first.Declaration)));
    }

    // The source generator omits a condition whose name it cannot read, because another source generator declares the constant.
    private static void ReportOmitted(
        CompilationAnalysisContext context,
        ImmutableArray<ConditionModel> conditions,
        ConcurrentDictionary<string, (ConditionModel Model, IMethodSymbol Method)> found)
    {
        if (conditions.IsEmpty || GeneratedTrees.Find(context.Compilation) is not { } trees)
        {
            return;
        }

        var registered = RegisteredConditions.Read(context.Compilation, trees);
        foreach (var condition in conditions)
        {
            var method = found[condition.DocumentationId].Method;
            if (!registered.Contains(condition.Name)
                && GeneratedSymbolSearch.FindConstant(method, context.Compilation, trees) is var (symbol, location))
            {
                context.ReportDiagnostic(
                    GeneratedDeclarationRules.Violation(condition.Declaration, symbol, location, trees).ToDiagnostic());
            }
        }
    }
}
