using Microsoft.CodeAnalysis;

namespace TaskGen.CodeFixes;

/// <summary>Represents a class in which an inherited task is declared.</summary>
/// <param name="Document">The document with the declaration of the class or of the method.</param>
/// <param name="Class">The class.</param>
/// <param name="Inherited">The inherited method, with the type arguments of the class.</param>
/// <param name="Kind">The kind of the declaration.</param>
/// <param name="Declared">The method of the class that becomes the task, or after which the task is added; null if there is none.</param>
/// <param name="Name">The name of the method that becomes the task.</param>
/// <param name="HidesBase">Whether a base class gets a method with the same name.</param>
internal sealed record TaskTarget(
    DocumentId Document,
    INamedTypeSymbol Class,
    IMethodSymbol Inherited,
    TaskTargetKind Kind,
    IMethodSymbol? Declared,
    string Name,
    bool HidesBase);
