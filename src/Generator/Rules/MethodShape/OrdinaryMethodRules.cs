using Microsoft.CodeAnalysis;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.MethodShape;

/// <summary>The rules for the kind and the accessibility of a task method.</summary>
internal static class OrdinaryMethodRules
{
    /// <summary>Reports a method that is not an ordinary method of a class or struct.</summary>
    public static IEnumerable<RuleViolation> IsOrdinary(TaskMethod task)
    {
        var what = task.Method switch
        {
            { MethodKind: MethodKind.LocalFunction } => "a local function",
            { MethodKind: MethodKind.AnonymousFunction } => "a lambda",
            { MethodKind: MethodKind.ExplicitInterfaceImplementation } => "an explicit interface implementation",
            { MethodKind: not MethodKind.Ordinary } => "an accessor, an operator, or a finalizer",
            { ContainingType.TypeKind: TypeKind.Interface } => "a member of an interface",
            { ContainingType.TypeKind: not (TypeKind.Class or TypeKind.Struct) } => "a member of an extension block",
            { IsVararg: true } => "a method with __arglist",
            { IsStatic: true } when task.Method.FindAttribute(MetadataNames.Framework.UnmanagedCallersOnlyAttribute) is not null =>
                "a method with [UnmanagedCallersOnly]",
            _ => null,
        };
        if (what is not null)
        {
            yield return new RuleViolation(
                Descriptors.NotAnOrdinaryMethod, task.Location, task.Method.Name.Length == 0 ? "=>" : task.Method.Name, what);
        }
    }

    /// <summary>Reports a method, a class, or an exception type that generated code cannot access.</summary>
    public static IEnumerable<RuleViolation> IsAccessible(TaskMethod task)
    {
        for (ISymbol current = task.Method; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            if (current.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal)
                || current is INamedTypeSymbol { IsFileLocal: true })
            {
                yield return NotAccessible(task, current);
                yield break;
            }
        }

        foreach (var attribute in (string[])[MetadataNames.GiveUpOnAttribute, MetadataNames.RetryOnAttribute])
        {
            foreach (var type in AttributeReader.ExceptionTypes(task.Method, attribute))
            {
                if (!type.IsSeenInAssembly())
                {
                    yield return NotAccessible(task, type);
                }
            }
        }
    }

    /// <summary>Reports an <c>async void</c> method, whose completion a worker cannot detect.</summary>
    public static IEnumerable<RuleViolation> IsNotAsyncVoid(TaskMethod task)
    {
        if (task.Method is { IsAsync: true, ReturnsVoid: true } or { PartialImplementationPart.IsAsync: true, ReturnsVoid: true })
        {
            yield return new RuleViolation(Descriptors.AsyncVoid, task.Location, task.Declaration);
        }
    }

    /// <summary>Reports type parameters of the method, its class, and the classes that contain the class.</summary>
    public static IEnumerable<RuleViolation> IsNotGeneric(TaskMethod task)
    {
        if (task.Method.IsGenericMethod)
        {
            yield return new RuleViolation(Descriptors.Generic, task.Location, task.Declaration, task.Method.Name);
        }

        for (var type = task.Method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.TypeParameters.Length > 0)
            {
                yield return new RuleViolation(Descriptors.Generic, task.Location, task.Declaration, type.Name);
            }
        }
    }

    /// <summary>
    /// Reports an overload that has no explicit wire name, or a wire name from which no client property name can be derived.
    /// </summary>
    public static IEnumerable<RuleViolation> OverloadsAreNamed(TaskMethod task)
    {
        if (TaskNaming.TaskName(task.Method, task.Attribute) is null)
        {
            yield return new RuleViolation(Descriptors.Overloaded, task.Location, task.Declaration);
        }
    }

    /// <summary>
    /// Reports a method that has <c>[Conditional]</c>, or that overrides a method that has it. The compiler removes the call in generated
    /// code if the symbol is not defined in the project.
    /// </summary>
    public static IEnumerable<RuleViolation> IsNotConditional(TaskMethod task)
    {
        for (var method = task.Method; method is not null; method = method.OverriddenMethod)
        {
            if (method.FindAttribute(MetadataNames.Framework.ConditionalAttribute) is { } attribute)
            {
                yield return new RuleViolation(
                    Descriptors.ConditionalCall,
                    task.Location,
                    task.Declaration,
                    AttributeReader.ReadText(attribute) ?? "",
                    $"{method.ContainingType.ToDisplayString()}.{method.Name}");
                yield break;
            }
        }
    }

    // An override must have the same accessibility as the method that it overrides, so the accessibility cannot be changed in one class.
    private static RuleViolation NotAccessible(TaskMethod task, ISymbol symbol)
    {
        var isInherited = symbol is IMethodSymbol && (symbol.IsVirtual || symbol.IsAbstract || symbol.IsOverride);
        return new RuleViolation(
            Descriptors.NotAccessible,
            task.Location,
            task.Declaration,
            symbol.Name,
            isInherited
                ? $"Declare the task as a public method that calls '{symbol.Name}', in each class that runs it"
                : $"Make '{symbol.Name}' public or internal");
    }
}
