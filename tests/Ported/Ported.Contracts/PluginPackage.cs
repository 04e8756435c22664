namespace Ported.Contracts;

public sealed record PluginPackage(string Name, Version Version, Uri Source);
