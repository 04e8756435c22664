namespace Ported.Contracts;

public enum SalesChannel : short
{
    Web,
    Store,
    Partner,
}
