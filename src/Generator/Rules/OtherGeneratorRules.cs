using Microsoft.CodeAnalysis;
using TaskGen.Generator.CSharpText;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules;

/// <summary>
/// The rule for tasks and conditions in code that another source generator adds, such as the <c>@code</c> block of a Razor component. The
/// generator cannot read this code, so only the analyzers, which run on the complete compilation, find violations.
/// </summary>
internal static class OtherGeneratorRules
{
    /// <summary>Reports a task whose attribute the generator cannot read.</summary>
    public static RuleViolation? CheckTask(TaskMethod task) =>
        IsAddedByOther(task) && !HasClient(task)
            ? Violation(task, $"No client is generated for task '{task.Declaration}'")
            : null;

    /// <summary>Reports a condition whose attribute the generator cannot read.</summary>
    public static RuleViolation? CheckCondition(TaskMethod condition) =>
        IsAddedByOther(condition) && !IsRegistered(condition)
            ? Violation(condition, $"Condition '{condition.Declaration}' is not registered")
            : null;

    private static RuleViolation Violation(TaskMethod method, string effect) =>
        new(Descriptors.TaskOfOtherGenerator, method.Location, effect);

    private static bool IsAddedByOther(TaskMethod method) =>
        method.Attribute.ApplicationSyntaxReference is { SyntaxTree: var file }
        && GeneratedTrees.HasOtherAdded(file, method.Compilation);

    // A generator can add constant code before all generators run. TaskGen reads this code.
    private static bool HasClient(TaskMethod task)
    {
        if (TaskModules.Find(task.Compilation.Assembly) is { } module)
        {
            var wireName = TaskNaming.WireName(task.Method, task.Attribute);
            foreach (var (name, declaration, isAlias) in TaskModules.Declarations(module))
            {
                if (!isAlias && name == wireName && declaration == task.Declaration)
                {
                    return true;
                }
            }
        }

        return false;
    }

    // The attributes of the module do not list the conditions, so its code is searched for the name of the method.
    private static bool IsRegistered(TaskMethod condition) =>
        TaskModules.Find(condition.Compilation.Assembly) is { DeclaringSyntaxReferences: [var module] }
        && module.GetSyntax().ToString().Contains($", {Literals.Of(condition.Declaration)});");
}
