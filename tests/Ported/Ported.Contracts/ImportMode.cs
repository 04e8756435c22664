namespace Ported.Contracts;

public enum ImportMode
{
    Append,
    Replace,
}
