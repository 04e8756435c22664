using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FindSymbols;
using TaskGen.Generator.CSharpText;
using TaskGen.Generator.Symbols;

namespace TaskGen.CodeFixes;

/// <summary>Finds the classes in which an inherited task is declared.</summary>
internal static class TaskTargets
{
    /// <summary>Returns the classes in source order; empty if the fix does not apply.</summary>
    /// <param name="task">The inherited task.</param>
    /// <param name="solution">The solution.</param>
    /// <param name="inClass">
    /// <see langword="true"/> to declare the task in the class of the method; <see langword="false"/> to declare it in the derived classes.
    /// </param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    public static async Task<ImmutableArray<TaskTarget>> FindAsync(
        InheritedTask task, Solution solution, bool inClass, CancellationToken cancellationToken)
    {
        var type = task.Method.ContainingType;
        if (inClass)
        {
            // Any other method can be made accessible, so a second method is not needed.
            var needsCall = task.Method.MethodKind == MethodKind.ExplicitInterfaceImplementation
                || task.Method.IsVirtual || task.Method.IsOverride;
            return needsCall && !IsSeen(task.Method) && CanRunTasks(type) ? Build(task, solution, [type]) : [];
        }

        // An override in a class that can be created is a task of this class. A method of an interface, or of a class that cannot be
        // created, is a task of the classes that can be created.
        if (task.Method.MethodKind == MethodKind.ExplicitInterfaceImplementation
            || task.Method.DeclaredAccessibility == Accessibility.Private
            || (task.Method.IsOverride && CanRunTasks(type)))
        {
            return [];
        }

        IEnumerable<INamedTypeSymbol> found = type.TypeKind == TypeKind.Interface
            ? await SymbolFinder.FindImplementationsAsync(type, solution, transitive: true, cancellationToken: cancellationToken)
                .ConfigureAwait(false)
            : await SymbolFinder.FindDerivedClassesAsync(type, solution, transitive: true, cancellationToken: cancellationToken)
                .ConfigureAwait(false);
        return Build(task, solution, [.. found.Where(CanRunTasks).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)]);
    }

    private static ImmutableArray<TaskTarget> Build(InheritedTask task, Solution solution, IReadOnlyList<INamedTypeSymbol> classes)
    {
        var targets = new List<TaskTarget>();
        foreach (var type in classes)
        {
            if (InheritedFrom(task.Method, type) is { } inherited && Create(solution, type, inherited) is { } target)
            {
                targets.Add(target);
            }
        }

        // All classes use the same name, so that the tasks are recognized as the same task of different classes.
        var calls = targets.FindAll(static target => target.Kind is TaskTargetKind.Call or TaskTargetKind.CallInterface);
        if (ChooseName(task.Method, calls) is not { } name)
        {
            return [];
        }

        return
        [
            .. targets
                .Select(target => calls.Contains(target)
                    ? target with { Name = name, HidesBase = calls.Exists(other => IsBase(other.Class, target.Class)) }
                    : target)
                .OrderBy(static target => target.Class.Locations[0].SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(static target => target.Class.Locations[0].SourceSpan.Start),
        ];
    }

    private static TaskTarget? Create(Solution solution, INamedTypeSymbol type, IMethodSymbol inherited)
    {
        var (kind, declared) = inherited switch
        {
            { MethodKind: MethodKind.ExplicitInterfaceImplementation } => (TaskTargetKind.CallInterface, inherited),
            { ContainingType.TypeKind: TypeKind.Interface } => Implement(type, inherited),
            _ => Derive(type, inherited),
        };
        var place = declared is not null && SymbolEqualityComparer.Default.Equals(declared.ContainingType, type)
            ? declared
            : (ISymbol)type;
        foreach (var reference in place.DeclaringSyntaxReferences)
        {
            if (solution.GetDocument(reference.SyntaxTree) is { } document and not SourceGeneratedDocument)
            {
                return new TaskTarget(document.Id, type, inherited, kind, place as IMethodSymbol, inherited.Name, HidesBase: false);
            }
        }

        return null;
    }

    private static (TaskTargetKind Kind, IMethodSymbol? Declared) Implement(INamedTypeSymbol type, IMethodSymbol inherited)
    {
        if (type.FindImplementationForInterfaceMember(inherited) is not IMethodSymbol method
            || method.MethodKind == MethodKind.ExplicitInterfaceImplementation
            || method.ContainingType.TypeKind == TypeKind.Interface)
        {
            return (TaskTargetKind.CallInterface, null);
        }

        return SymbolEqualityComparer.Default.Equals(method.ContainingType, type)
            ? (TaskTargetKind.Mark, method)
            : (CanOverride(method) ? TaskTargetKind.Override : TaskTargetKind.CallInterface, null);
    }

    private static (TaskTargetKind Kind, IMethodSymbol? Declared) Derive(INamedTypeSymbol type, IMethodSymbol inherited)
    {
        var nearest = NearestOverride(type, inherited);
        var isDeclared = SymbolEqualityComparer.Default.Equals(nearest.ContainingType, type);
        var declared = isDeclared ? nearest : null;
        if (!IsSeen(inherited))
        {
            return (TaskTargetKind.Call, declared);
        }

        return isDeclared ? (TaskTargetKind.Mark, declared)
            : CanOverride(nearest) ? (TaskTargetKind.Override, null)
            : (TaskTargetKind.Call, null);
    }

    private static IMethodSymbol NearestOverride(INamedTypeSymbol type, IMethodSymbol inherited)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers(inherited.Name))
            {
                for (var method = member as IMethodSymbol; method is not null; method = method.OverriddenMethod)
                {
                    if (SymbolEqualityComparer.Default.Equals(method, inherited))
                    {
                        return (IMethodSymbol)member;
                    }
                }
            }
        }

        return inherited;
    }

    /// <summary>Finds the method in a base type or interface of the class; null if the class has none, or has it several times.</summary>
    private static IMethodSymbol? InheritedFrom(IMethodSymbol method, INamedTypeSymbol type)
    {
        var id = method.OriginalDefinition.GetDocumentationCommentId();
        IMethodSymbol? found = null;
        foreach (var candidate in Ancestors(type))
        {
            foreach (var member in candidate.GetMembers(method.Name))
            {
                // Classes of other projects have their own symbols for the method, so the ids are compared.
                if (member is IMethodSymbol inherited && inherited.OriginalDefinition.GetDocumentationCommentId() == id)
                {
                    if (found is not null)
                    {
                        return null;
                    }

                    found = inherited;
                }
            }
        }

        return found;
    }

    private static IEnumerable<INamedTypeSymbol> Ancestors(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }

        foreach (var implemented in type.AllInterfaces)
        {
            yield return implemented;
        }
    }

    private static string? ChooseName(IMethodSymbol method, List<TaskTarget> calls)
    {
        var name = method.Name.Substring(method.Name.LastIndexOf('.') + 1);
        var stem = Identifiers.WithoutAsync(name);
        var end = name.Substring(stem.Length);
        IEnumerable<string> names = [stem + "Task" + end, "Run" + stem + end, "Run" + stem + "Task" + end];
        if (calls.TrueForAll(static target => target.Kind == TaskTargetKind.CallInterface))
        {
            names = [name, .. names];
        }

        return names.FirstOrDefault(candidate => calls.TrueForAll(target =>
            Ancestors(target.Class).All(type => type.TypeKind == TypeKind.Interface || type.GetMembers(candidate).IsEmpty)));
    }

    private static bool IsBase(INamedTypeSymbol type, INamedTypeSymbol derived) =>
        !SymbolEqualityComparer.Default.Equals(type, derived) && derived.IsOrDerivesFrom(type);

    private static bool CanOverride(IMethodSymbol method) =>
        (method.IsVirtual || method.IsAbstract || method.IsOverride) && !method.IsSealed && IsSeen(method);

    private static bool IsSeen(IMethodSymbol method) =>
        method.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    private static bool CanRunTasks(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.TypeParameters.Length > 0)
            {
                return false;
            }
        }

        return type.IsSeenInAssembly() && ConstructorChooser.Choose(type) is not null;
    }
}
