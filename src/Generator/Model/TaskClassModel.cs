namespace TaskGen.Generator.Model;

/// <summary>Represents a task class. It contains only names, so that a change inside a task does not change it.</summary>
/// <param name="MetadataName">The full metadata name of the class, which is unique in the assembly.</param>
/// <param name="TypeName">The fully qualified name of the class in generated code.</param>
/// <param name="DocumentationId">The documentation id of the class.</param>
/// <param name="Namespace">The namespace with keywords escaped; empty for the global namespace.</param>
/// <param name="GroupName">The name of the extension property of <c>ITaskClient</c> that returns the client.</param>
/// <param name="IsPublic"><see langword="true"/> if the class is visible in other assemblies; otherwise, <see langword="false"/>.</param>
internal sealed record TaskClassModel(
    string MetadataName,
    string TypeName,
    string DocumentationId,
    string Namespace,
    string GroupName,
    bool IsPublic)
{
    /// <summary>The name of the field that holds the <c>ITaskClient</c> in a generated client.</summary>
    public const string ClientField = "_client";

    /// <summary>The name of the generator in the <c>GeneratedCode</c> attribute of generated types.</summary>
    public const string Tool = "TaskGen.Generator";

    /// <summary>The end of the names of generated clients.</summary>
    public const string ClientSuffix = "Client";

    /// <summary>The end of the names of generated classes with extension properties.</summary>
    public const string ExtensionsSuffix = "TaskGenExtensions";

    /// <summary>Gets the name of the generated client.</summary>
    public string ClientName => GroupName + ClientSuffix;

    /// <summary>Gets the name of the generated class with the extension property that returns the client.</summary>
    public string ExtensionsName => ClientName + ExtensionsSuffix;

    /// <summary>Gets the fully qualified name of the generated client.</summary>
    public string ClientTypeName => Namespace.Length == 0 ? "global::" + ClientName : "global::" + Namespace + "." + ClientName;
}
