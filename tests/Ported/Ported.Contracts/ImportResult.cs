namespace Ported.Contracts;

public record struct ImportResult(int Imported, int Skipped);
