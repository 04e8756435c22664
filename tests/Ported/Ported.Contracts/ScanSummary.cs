namespace Ported.Contracts;

public sealed record ScanSummary(int Added, int Removed, IReadOnlyList<string> Folders);
