namespace TaskGen.Generator.Model;

/// <summary>One class of tasks: names only, so that no change inside a task touches it.</summary>
/// <param name="MetadataName">The full name of the class in metadata; unique in an assembly.</param>
/// <param name="TypeName">The class as generated code names it.</param>
/// <param name="DocumentationId">The class as doc comments name it.</param>
/// <param name="Namespace">The namespace, escaped; empty: the global one.</param>
/// <param name="GroupName">The property of a client of all tasks.</param>
/// <param name="IsPublic">Whether other assemblies see the class.</param>
internal sealed record TaskClassModel(
    string MetadataName,
    string TypeName,
    string DocumentationId,
    string Namespace,
    string GroupName,
    bool IsPublic)
{
    /// <summary>The field of every generated client.</summary>
    public const string ClientField = "_client";

    /// <summary>The generated client.</summary>
    public string ClientName => GroupName + "Client";

    /// <summary>The generated client as generated code names it from anywhere.</summary>
    public string ClientTypeName => Namespace.Length == 0 ? "global::" + ClientName : "global::" + Namespace + "." + ClientName;
}
