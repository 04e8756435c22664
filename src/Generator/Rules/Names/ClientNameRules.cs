using Microsoft.CodeAnalysis;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Model;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Names;

/// <summary>The rule for the names of the types that are generated for a task class.</summary>
internal static class ClientNameRules
{
    /// <summary>The instruction for two declarations that need the same name.</summary>
    public const string Rename = "Rename one of them";

    /// <summary>
    /// Reports another type or namespace with the name of a generated type, unless it is a partial class that only extends the client.
    /// </summary>
    public static IEnumerable<RuleViolation> NamesAreFree(TaskMethod task)
    {
        var space = task.Method.ContainingType.ContainingNamespace;
        var client = TaskNaming.ClientName(task.Method.ContainingType);
        foreach (var name in (string[])[client, client + TaskClassModel.ExtensionsSuffix])
        {
            foreach (var member in space.GetMembers(name))
            {
                if (WhyTaken(task, member, isClient: name == client) is { } remedy)
                {
                    yield return new RuleViolation(
                        Descriptors.ClashingGeneratedNames, task.Location, task.Declaration, name, member.ToDisplayString(), remedy);
                    yield break;
                }
            }
        }
    }

    private static string? WhyTaken(TaskMethod task, INamespaceOrTypeSymbol member, bool isClient)
    {
        if (member is not INamedTypeSymbol type)
        {
            return Rename;
        }

        if (type is { Arity: > 0 } or { IsFileLocal: true })
        {
            return null;
        }

        var part = UserPart.Of(type);
        return part switch
        {
            { IsEmpty: true } => null,
            { IsPartialClass: false } => Rename,
            _ when !isClient => Rename,
            _ => part.WhyNotExtension(task),
        };
    }
}
