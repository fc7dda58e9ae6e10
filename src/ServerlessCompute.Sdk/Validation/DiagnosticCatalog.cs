namespace ServerlessCompute;

/// <summary>
/// Every problem that can be found in a job. An id belongs to its problem for ever: one that is no longer found is struck out in the
/// documentation and never used again. Hundreds stand for the parts of a job; checks that need files or the network are SC10….
/// </summary>
internal static partial class DiagnosticCatalog
{
    // Without an initialiser: the parts of this class are initialised in no order that one could count on.
    private static List<DiagnosticDescriptor>? _all;

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All => [.. _all!.OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal)];

    // Any part
    public static DiagnosticDescriptor PartIsNull { get; } = Error("SC0001", "A part of the job is null");
    public static DiagnosticDescriptor NameIsBlank { get; } = Error("SC0002", "An entry has no name");
    public static DiagnosticDescriptor TextHasNul { get; } = Error("SC0003", "A text contains the NUL character");
    public static DiagnosticDescriptor PortRange { get; } = Error("SC0004", "A port is out of range");

    // Command
    public static DiagnosticDescriptor CommandMissing { get; } = Error("SC0101", "The command is missing");
    public static DiagnosticDescriptor InputUnknown { get; } = Error("SC0102", "The command refers to an input that is not given");
    public static DiagnosticDescriptor OutputUnknown { get; } = Error("SC0103", "The command refers to an output that is not given");
    public static DiagnosticDescriptor InputUnused { get; } = Warning("SC0104", "An input is not used");
    public static DiagnosticDescriptor OutputUnused { get; } = Warning("SC0105", "An output is not used");
    public static DiagnosticDescriptor HoleWithoutName { get; } = Error("SC0106", "A hole of the command has no name");
    public static DiagnosticDescriptor HoleNameTaken { get; } = Error("SC0107", "One name stands for two things");
    public static DiagnosticDescriptor HoleAndMapDiffer { get; } = Error("SC0108", "A hole and a map give different things under one name");
    public static DiagnosticDescriptor MarkerPasted { get; } = Error("SC0109", "An input or output was pasted as text");
    public static DiagnosticDescriptor BracesEaten { get; } = Error("SC0110", "C# has halved the braces of a reference");
    public static DiagnosticDescriptor SearchSpaceOutsideSweep { get; } = Error("SC0111", "A search space is used outside a sweep");
    public static DiagnosticDescriptor ReferenceUnknown { get; } = Error("SC0112", "A reference is neither to an input nor to an output");
    public static DiagnosticDescriptor ReferenceUnclosed { get; } = Error("SC0113", "A reference is not closed");
    public static DiagnosticDescriptor SingleBraces { get; } = Warning("SC0114", "A reference has single braces");
    public static DiagnosticDescriptor OptionalBlockUnclosed { get; } = Error("SC0115", "An optional block is not closed");

    // Inputs
    public static DiagnosticDescriptor InputNameForm { get; } = Error("SC0201", "An input's name has a wrong form");
    public static DiagnosticDescriptor InputNamesCollide { get; } = Error("SC0202", "Two inputs' names differ in case alone");
    public static DiagnosticDescriptor LiteralEmpty { get; } = Error("SC0203", "A literal has no content");
    public static DiagnosticDescriptor LiteralInShell { get; } = Warning("SC0204", "A literal has characters that the shell acts on");
    public static DiagnosticDescriptor InputPathMissing { get; } = Error("SC0205", "An input has no path");
    public static DiagnosticDescriptor InputTypeUnknown { get; } = Word("SC0206", "An input's type is not known");
    public static DiagnosticDescriptor InputModeUnknown { get; } = Word("SC0207", "An input's mode is not known");
    public static DiagnosticDescriptor InputModeUnfit { get; } = Error("SC0208", "An input's mode does not fit its type");
    public static DiagnosticDescriptor InputModeWritable { get; } = Warning("SC0209", "An input is mounted writable");
    public static DiagnosticDescriptor AssetVersionMissing { get; } = Error("SC0210", "A registered asset has no version");
    public static DiagnosticDescriptor AddressUnknown { get; } = Warning("SC0211", "The service does not read such addresses");
    public static DiagnosticDescriptor AddressSigned { get; } = Warning("SC0212", "An address carries a signature");

    // Outputs
    public static DiagnosticDescriptor OutputNameForm { get; } = Error("SC0301", "An output's name has a wrong form");
    public static DiagnosticDescriptor OutputNamesCollide { get; } = Error("SC0302", "Two outputs' names differ in case alone");
    public static DiagnosticDescriptor OutputNameReserved { get; } = Error("SC0303", "An output is called 'default'");
    public static DiagnosticDescriptor OutputTypeUnknown { get; } = Word("SC0304", "An output's type is not known");
    public static DiagnosticDescriptor OutputModeUnknown { get; } = Word("SC0305", "An output's mode is not known");
    public static DiagnosticDescriptor OutputPathClimbs { get; } = Error("SC0306", "An output's path climbs out of its folder");
    public static DiagnosticDescriptor OutputPathUnfit { get; } = Error("SC0307", "An output's path is no place in the cloud");
    public static DiagnosticDescriptor OutputVersionWithoutName { get; } = Error("SC0308", "An output has an asset version without an asset name");
    public static DiagnosticDescriptor OutputAssetNameForm { get; } = Error("SC0309", "An output's asset name or version has a wrong form");

    // Environment, code and environment variables
    public static DiagnosticDescriptor EnvironmentMissing { get; } = Error("SC0401", "The environment is missing");
    public static DiagnosticDescriptor EnvironmentTwice { get; } = Error("SC0402", "The environment is given twice");
    public static DiagnosticDescriptor EnvironmentVersionMissing { get; } = Error("SC0403", "The environment has no version");
    public static DiagnosticDescriptor EnvironmentForm { get; } = Error("SC0404", "The environment is neither name, address nor id");
    public static DiagnosticDescriptor EnvironmentLabelUnknown { get; } = Error("SC0405", "The environment's label is not known");
    public static DiagnosticDescriptor EnvironmentIsImage { get; } = Error("SC0406", "The environment is a container image");
    public static DiagnosticDescriptor EnvironmentMayBeImage { get; } = Warning("SC0407", "The environment looks like a container image");
    public static DiagnosticDescriptor EnvironmentIsFile { get; } = Error("SC0408", "The environment is a file");
    public static DiagnosticDescriptor ImageAndBuild { get; } = Error("SC0409", "The environment has an image and a build context");
    public static DiagnosticDescriptor CondaWithoutImage { get; } = Error("SC0410", "The environment has a conda file and no image");
    public static DiagnosticDescriptor ImageForm { get; } = Error("SC0411", "The image's name has a wrong form");
    public static DiagnosticDescriptor EnvironmentFileUnfit { get; } = Error("SC0412", "A file of the environment is not on this machine");
    public static DiagnosticDescriptor DockerfileUnfit { get; } = Error("SC0413", "The Dockerfile is not in the build context");
    public static DiagnosticDescriptor CodeIsGit { get; } = Error("SC0421", "The code is a git repository");
    public static DiagnosticDescriptor CodeUnfit { get; } = Error("SC0422", "The code is neither a local folder nor a snapshot");
    public static DiagnosticDescriptor VariableNameForm { get; } = Error("SC0431", "An environment variable's name has a wrong form");
    public static DiagnosticDescriptor VariableNameUnusual { get; } = Warning("SC0432", "The shell cannot read an environment variable of that name");
    public static DiagnosticDescriptor VariableReserved { get; } = Warning("SC0433", "The service sets this environment variable itself");
    public static DiagnosticDescriptor VariableUnmasked { get; } = Warning("SC0434", "An environment variable looks like a secret");

    // Machines, queue, limits, distribution, compute
    public static DiagnosticDescriptor InstanceCountRange { get; } = Error("SC0501", "The number of nodes is below one");
    public static DiagnosticDescriptor InstanceTypeBlank { get; } = Error("SC0502", "The VM size is blank");
    public static DiagnosticDescriptor InstanceTypeUnusual { get; } = Warning("SC0503", "The VM size does not look like one");
    public static DiagnosticDescriptor ShmSizeForm { get; } = Error("SC0504", "The shared memory's size has a wrong form");
    public static DiagnosticDescriptor DockerArgsTwice { get; } = Warning("SC0505", "Docker arguments are given twice");
    public static DiagnosticDescriptor TierUnknown { get; } = Word("SC0511", "The tier is not known");
    public static DiagnosticDescriptor TierUndocumented { get; } = Warning("SC0512", "The tier is not documented for serverless jobs");
    public static DiagnosticDescriptor PriorityUnknown { get; } = Error("SC0513", "The priority is not known");
    public static DiagnosticDescriptor SpotOnNamedCompute { get; } = Warning("SC0514", "Spot is asked of a named compute");
    public static DiagnosticDescriptor TimeoutNotPositive { get; } = Error("SC0521", "The timeout is not positive");
    public static DiagnosticDescriptor TimeoutNotWhole { get; } = Error("SC0522", "The timeout is no whole number of seconds");
    public static DiagnosticDescriptor TimeoutBeyondLimit { get; } = Warning("SC0523", "The timeout is longer than a job may live");
    public static DiagnosticDescriptor ProcessCountRange { get; } = Error("SC0531", "The number of processes is below one");
    public static DiagnosticDescriptor MpiTooManyNodes { get; } = Error("SC0532", "An MPI job has too many nodes");
    public static DiagnosticDescriptor WorkerCountRange { get; } = Error("SC0533", "The number of workers is below one");
    public static DiagnosticDescriptor ParameterServerCountRange { get; } = Error("SC0534", "The number of parameter servers is negative");
    public static DiagnosticDescriptor DistributionUnknown { get; } = Warning("SC0535", "The distribution is not known");
    public static DiagnosticDescriptor ComputeForm { get; } = Error("SC0541", "The compute is neither a name nor an id");
    public static DiagnosticDescriptor ComputeIsSize { get; } = Warning("SC0542", "The compute looks like a VM size");
    public static DiagnosticDescriptor ComputeIsLocal { get; } = Warning("SC0543", "The compute is called 'local'");

    // Identity
    public static DiagnosticDescriptor IdentityTwice { get; } = Error("SC0601", "The managed identity is named twice");
    public static DiagnosticDescriptor IdentityGuidForm { get; } = Error("SC0602", "An id of the managed identity is no GUID");
    public static DiagnosticDescriptor IdentityResourceForm { get; } = Error("SC0603", "The managed identity's resource id has a wrong form");
    public static DiagnosticDescriptor IdentityUnknown { get; } = Warning("SC0604", "The kind of identity is not known");

    // Services
    public static DiagnosticDescriptor ServiceNameReserved { get; } = Error("SC0701", "A service has a name that the service uses itself");
    public static DiagnosticDescriptor ServiceNameUnusual { get; } = Warning("SC0702", "A service has an unusual name");
    public static DiagnosticDescriptor ServiceTypeUnknown { get; } = Word("SC0703", "A service's type is not known");
    public static DiagnosticDescriptor ServiceTypeReserved { get; } = Error("SC0704", "A service has a type that the service adds itself");
    public static DiagnosticDescriptor SshKeysMissing { get; } = Error("SC0705", "An SSH service has no public key");
    public static DiagnosticDescriptor SshKeyPrivate { get; } = Error("SC0706", "An SSH service has a private key");
    public static DiagnosticDescriptor CustomPortMissing { get; } = Error("SC0707", "A custom service has no port");
    public static DiagnosticDescriptor ServiceFilledIn { get; } = Warning("SC0708", "A member is set that the service fills in");

    // Notifications
    public static DiagnosticDescriptor EmailsTooLong { get; } = Error("SC0801", "The mail addresses are too long together");
    public static DiagnosticDescriptor EmailForm { get; } = Error("SC0802", "A mail address has a wrong form");
    public static DiagnosticDescriptor EmailsWithoutEvents { get; } = Warning("SC0803", "Mail addresses are given and no events");
    public static DiagnosticDescriptor EventsWithoutEmails { get; } = Warning("SC0804", "Events are given and no mail addresses");
    public static DiagnosticDescriptor EventUnknown { get; } = Word("SC0805", "An event is not known");
    public static DiagnosticDescriptor WebhookTypeUnknown { get; } = Word("SC0806", "A webhook's type is not known");

    // Names, tags, properties
    public static DiagnosticDescriptor JobNameForm { get; } = Error("SC0901", "The job's name has a wrong form");
    public static DiagnosticDescriptor ExperimentNameLength { get; } = Error("SC0902", "The experiment's name is blank or too long");
    public static DiagnosticDescriptor ExperimentNameForm { get; } = Warning("SC0903", "The experiment's name has an unusual form");
    public static DiagnosticDescriptor DisplayNameBlank { get; } = Warning("SC0904", "The display name is blank");
    public static DiagnosticDescriptor TagReserved { get; } = Warning("SC0905", "A tag has a name that the service uses itself");
    public static DiagnosticDescriptor PropertyReserved { get; } = Warning("SC0906", "A property has a name that the service uses itself");

    // What a client finds when it submits
    public static DiagnosticDescriptor MemberBeyondVersion { get; } = Error("SC1001", "A member is in no version of the contract that the client may use");

    public static DiagnosticDescriptor UploadLarge { get; } = Warning("SC1010", "A folder or file that is uploaded is large");

    private static DiagnosticDescriptor Error(string id, string title) => Keep(new(id, title, JobDiagnosticSeverity.Error));

    private static DiagnosticDescriptor Warning(string id, string title) => Keep(new(id, title, JobDiagnosticSeverity.Warning));

    /// <summary>An error, but a warning in a job that the service sent.</summary>
    private static DiagnosticDescriptor Word(string id, string title) => Keep(new(id, title, JobDiagnosticSeverity.Error, IsOpenWord: true));

    private static DiagnosticDescriptor Keep(DiagnosticDescriptor descriptor)
    {
        (_all ??= []).Add(descriptor);
        return descriptor;
    }
}
