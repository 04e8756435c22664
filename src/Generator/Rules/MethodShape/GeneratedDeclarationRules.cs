using Microsoft.CodeAnalysis;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Model;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.MethodShape;

/// <summary>
/// The rule for declarations that depend on code of a source generator. A generator reads only the source files, so it omits such a task,
/// or generates code that does not fit. An analyzer reads the source files and the generated files.
/// </summary>
internal static class GeneratedDeclarationRules
{
    /// <summary>Reports a task that breaks no other rule, but whose generated code is missing or wrong.</summary>
    /// <param name="task">The task.</param>
    /// <param name="trees">The generated files.</param>
    public static RuleViolation? CheckTask(TaskMethod task, GeneratedTrees trees)
    {
        var type = task.Method.ContainingType;
        var constructor = ConstructorChooser.ChooseFor(task);
        var hasOutput = HasOutput(task, trees);
        if (constructor is not null && trees.Declare(constructor) && (!hasOutput || !constructor.Parameters.IsEmpty))
        {
            return Violation(
                task.Location, task.Declaration, $"the constructor of '{type.Name}'", "Write the constructor in a source file");
        }

        if (hasOutput)
        {
            return !task.Method.IsStatic && GeneratedDisposal.Find(type, trees) is { } disposable
                ? Violation(
                    task.Location,
                    task.Declaration,
                    $"that '{type.Name}' implements '{disposable.Name}'",
                    $"Add '{disposable.Name}' to the declaration of '{type.Name}' in a source file")
                : null;
        }

        return GeneratedSymbolSearch.Find(task, constructor, trees) is var (symbol, location)
            ? Violation(task.Declaration, symbol, location ?? task.Location, trees)
            : trees.HaveFailures() ? null
            : Violation(
                task.Location, task.Declaration, "a part of its declaration", "Move that part to a source file or to another project");
    }

    /// <summary>Returns the violation for a declaration that uses a generated symbol.</summary>
    public static RuleViolation Violation(string declaration, ISymbol symbol, Location? location, GeneratedTrees trees) => Violation(
        location,
        declaration,
        $"'{symbol.Name}'",
        trees.DeclareByTaskGen(symbol)
            ? "Use a type that is not generated"
            : $"Declare '{symbol.Name}' in a source file or in another project");

    private static bool HasOutput(TaskMethod task, GeneratedTrees trees)
    {
        var type = task.Method.ContainingType;
        foreach (var client in type.ContainingNamespace.GetTypeMembers(TaskNaming.ClientName(type), 0))
        {
            foreach (var generated in client.GetTypeMembers(TaskNaming.TaskName(task.Method, task.Attribute) + TaskModel.TaskTypeSuffix, 0))
            {
                if (trees.DeclareByTaskGen(generated))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static RuleViolation Violation(Location? location, string declaration, string generated, string remedy) =>
        new(Descriptors.DeclaredByGenerator, location, declaration, generated, remedy);
}
