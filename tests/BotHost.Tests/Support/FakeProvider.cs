using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BotHost.Tests.Support;

/// <summary>
/// An OpenID Connect provider on loopback: the code flow with PKCE (OpenID Connect Core 1.0, 3.1; RFC 7636). Who comes to it is
/// taken for <see cref="Person"/> without being asked for a password.
/// </summary>
public sealed class FakeProvider : IAsyncDisposable
{
    public const string ClientId = "the-desk";
    public const string ClientSecret = "a secret between the two";

    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "1" };
    private readonly ConcurrentDictionary<string, Dictionary<string, string>> _codes = new();
    private readonly WebApplication _application;

    private FakeProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _application = builder.Build();
        _application.MapGet("/.well-known/openid-configuration", Configuration);
        _application.MapGet("/keys", () => new { keys = new[] { PublicKey() } });
        _application.MapGet("/authorize", Authorize);
        _application.MapPost("/token", TokenAsync);
    }

    public string Address => _application.Urls.Single();

    /// <summary>The claims of who is signed in there: subject, name, roles.</summary>
    public (string Subject, string Name, string[] Roles) Person { get; set; } = ("1", "Olena", []);

    /// <summary>Signs with a key that it does not publish, as somebody would who is not the provider.</summary>
    public bool SignsWithForeignKey { get; set; }

    public static async Task<FakeProvider> StartAsync()
    {
        var provider = new FakeProvider();
        await provider._application.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
        _key.Rsa.Dispose();
    }

    private Dictionary<string, object> Configuration() => new()
    {
        ["issuer"] = Address,
        ["authorization_endpoint"] = $"{Address}/authorize",
        ["token_endpoint"] = $"{Address}/token",
        ["jwks_uri"] = $"{Address}/keys",
        ["response_types_supported"] = new[] { "code" },
        ["subject_types_supported"] = new[] { "public" },
        ["id_token_signing_alg_values_supported"] = new[] { SecurityAlgorithms.RsaSha256 },
    };

    private Dictionary<string, string> PublicKey()
    {
        var parameters = _key.Rsa.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = _key.KeyId,
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
        };
    }

    private IResult Authorize(HttpRequest request)
    {
        var asked = request.Query.ToDictionary(parameter => parameter.Key, parameter => parameter.Value.ToString());
        if (asked["client_id"] != ClientId || asked["response_type"] != "code" || asked["code_challenge_method"] != "S256")
            return Results.BadRequest();
        var code = Guid.NewGuid().ToString("N");
        _codes[code] = asked;
        return Results.Redirect($"{asked["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(asked["state"])}");
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (!_codes.TryRemove(form["code"].ToString(), out var asked)
            || form["client_secret"] != ClientSecret
            || form["redirect_uri"] != asked["redirect_uri"]
            || Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != asked["code_challenge"])
        {
            return Results.BadRequest(new { error = "invalid_grant" });
        }

        return Results.Json(new { access_token = "unused", token_type = "Bearer", expires_in = 60, id_token = IdToken(asked["nonce"]) });
    }

    private string IdToken(string nonce)
    {
        using var foreign = RSA.Create(2048);
        var key = SignsWithForeignKey ? new RsaSecurityKey(foreign) { KeyId = _key.KeyId } : _key;
        // Else the key would be found again after it is gone.
        key.CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false };
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Address,
            Audience = ClientId,
            Expires = DateTime.UtcNow.AddMinutes(5),
            Claims = new Dictionary<string, object> { ["sub"] = Person.Subject, ["name"] = Person.Name, ["nonce"] = nonce, ["roles"] = Person.Roles },
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
        });
    }
}
