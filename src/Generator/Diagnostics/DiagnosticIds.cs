namespace TaskGen.Generator.Diagnostics;

/// <summary>
/// The ids of diagnostics. They are a contract: never reused, never computed. TG0001-0099: signature; TG0100-0199: payload;
/// TG0200-0299: names and contract; TG0300-0399: usage at call sites; TG0900-0999: build.
/// </summary>
internal static class DiagnosticIds
{
    public const string NotAccessible = "TG0001";
    public const string AsyncVoid = "TG0002";
    public const string ParameterCannotTravel = "TG0003";
    public const string ReturnCannotTravel = "TG0004";
    public const string Generic = "TG0005";
    public const string Overloaded = "TG0006";
    public const string NoUsableConstructor = "TG0007";
    public const string InjectedTwice = "TG0008";
    public const string NotAnOrdinaryMethod = "TG0009";
    public const string ValueOutOfRange = "TG0010";
    public const string ConditionCannotBeCalled = "TG0011";
    public const string TupleInsideDescribedType = "TG0100";
    public const string InvalidName = "TG0201";
    public const string DuplicateWireName = "TG0202";
    public const string ClashingGeneratedNames = "TG0203";
    public const string HiddenByClientMember = "TG0204";
    public const string DuplicateCondition = "TG0205";
    public const string SensitiveValueLeaks = "TG0306";
    public const string SensitiveValueHandedOn = "TG0307";
    public const string SensitiveMemberPrinted = "TG0308";
    public const string SensitiveWithoutEffect = "TG0309";
}
