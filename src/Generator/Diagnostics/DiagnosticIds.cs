namespace TaskGen.Generator.Diagnostics;

/// <summary>
/// The ids of the diagnostics. An id never changes and is never reused. TG0001-0099: method shape; TG0100-0199: payload;
/// TG0200-0299: names and contract file; TG0300-0399: usage at call sites; TG0900-0999: build.
/// </summary>
internal static class DiagnosticIds
{
    public const string NotAccessible = "TG0001";
    public const string AsyncVoid = "TG0002";
    public const string ParameterNotSerializable = "TG0003";
    public const string ResultNotSerializable = "TG0004";
    public const string Generic = "TG0005";
    public const string Overloaded = "TG0006";
    public const string NoUsableConstructor = "TG0007";
    public const string InjectedTwice = "TG0008";
    public const string NotAnOrdinaryMethod = "TG0009";
    public const string ValueOutOfRange = "TG0010";
    public const string ConditionCannotBeCalled = "TG0011";
    public const string SoftLimitNotObserved = "TG0012";
    public const string TokenNeverRead = "TG0013";
    public const string ContradictoryRetryTypes = "TG0014";
    public const string RetryTypeWithoutEffect = "TG0015";
    public const string IdempotentWithoutResult = "TG0016";
    public const string RetryTypesWithoutRetries = "TG0017";
    public const string DeclaredByGenerator = "TG0018";
    public const string TypeNotUsable = "TG0019";
    public const string GiveUpOnEverything = "TG0020";
    public const string ConditionalCall = "TG0021";
    public const string CallerInformation = "TG0022";
    public const string ValueAsService = "TG0023";
    public const string TaskOfOtherGenerator = "TG0024";
    // TG0100 was removed: tuples inside other types are serialized.
    public const string TypeNotSerializable = "TG0101";
    public const string TypeNotDeserializable = "TG0102";
    public const string UntypedObject = "TG0103";
    public const string ReferenceCycle = "TG0104";
    public const string LargeData = "TG0105";
    public const string TypeNotInJsonContext = "TG0106";
    public const string KeyDependsOnOrder = "TG0107";
    public const string ValueNotRestored = "TG0108";
    public const string UnwritableDefault = "TG0109";
    public const string WireNameNotExplicit = "TG0200";
    public const string InvalidName = "TG0201";
    public const string DuplicateWireName = "TG0202";
    public const string ClashingGeneratedNames = "TG0203";
    public const string HiddenByClientMember = "TG0204";
    public const string DuplicateCondition = "TG0205";
    public const string TaskNotRecorded = "TG0210";
    public const string RecordedTaskRemoved = "TG0211";
    public const string ParameterRemoved = "TG0212";
    public const string ParameterRetyped = "TG0213";
    public const string RequiredParameterAdded = "TG0214";
    public const string ResultChanged = "TG0215";
    public const string ContractUnreadable = "TG0216";
    public const string ContractOutOfDate = "TG0217";
    public const string DispatchNotAwaited = "TG0300";
    public const string BlockingWait = "TG0301";
    public const string BlockingCall = "TG0302";
    public const string ArgumentDiffersPerDispatch = "TG0303";
    public const string SoftLimitSwallowed = "TG0304";
    public const string UnknownTaskName = "TG0305";
    public const string SensitiveValueLeaks = "TG0306";
    public const string SensitiveValuePassedOn = "TG0307";
    public const string SensitiveMemberPrinted = "TG0308";
    public const string SensitiveWithoutEffect = "TG0309";
    public const string DerivedObjectSliced = "TG0310";
    public const string RetryWithoutRetries = "TG0311";
    public const string IgnoredResultRead = "TG0312";
    public const string ResultEvaluatedLate = "TG0313";
    public const string LanguageTooOld = "TG0900";
    public const string StepFailed = "TG0999";
}
