package io.hartonomous.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hartonomous.deploy.Target;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretTest {
  private static final String TEXT = "hunter2-hunter2";
  private static final Secret SECRET = Secret.of(TEXT);

  private record Login(String user, Secret password) {}

  @Test
  void printsAsStarsOfOneLength() {
    assertThat(SECRET).hasToString("***");
    assertThat(Secret.of("x")).hasToString("***");
    assertThat(Secret.NONE).hasToString("***");
    assertThat("%s %-20s".formatted(SECRET, SECRET)).doesNotContain("hunter2");
    assertThat("" + SECRET + new StringBuilder().append(SECRET)).isEqualTo("******");
  }

  @Test
  void isHiddenInRecordsListsAndTargets() {
    assertThat(new Login("sa", SECRET)).hasToString("Login[user=sa, password=***]");
    assertThat(List.of(Map.of("password", Optional.of(SECRET))).toString())
        .isEqualTo("[{password=Optional[***]}]");
    Target target = Target.of("db.example.org", "Sales", "sa", SECRET);
    assertThat(target.toString() + target.display() + target.jdbcUrl())
        .contains("password=***")
        .doesNotContain("hunter2");
  }

  @Test
  void isHiddenInExceptions() {
    Exception failure =
        new IllegalStateException(
            "login of " + new Login("sa", SECRET), new IllegalArgumentException("" + SECRET));
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).contains("password=***").doesNotContain("hunter2");
    assertThatThrownBy(
            () -> {
              throw new IllegalArgumentException("no login with " + SECRET);
            })
        .hasMessage("no login with ***");
  }

  @Test
  void isHiddenInJson() throws Exception {
    ObjectMapper json = new ObjectMapper();
    assertThat(json.writeValueAsString(new Login("sa", SECRET)))
        .isEqualTo("{\"user\":\"sa\",\"password\":\"***\"}");
    ObjectMapper fields =
        new ObjectMapper()
            .setVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .setVisibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE);
    assertThat(fields.writeValueAsString(new Login("sa", SECRET))).doesNotContain("hunter2");
    assertThat(json.convertValue(Map.of("token", SECRET), Map.class).toString())
        .isEqualTo("{token=***}");
  }

  @Test
  void isNotSerialized() throws Exception {
    try (var out = new ObjectOutputStream(new ByteArrayOutputStream())) {
      assertThatThrownBy(() -> out.writeObject(SECRET))
          .isInstanceOf(NotSerializableException.class);
    }
  }

  @Test
  void givesItsTextWhereAsked() {
    assertThat(SECRET.reveal()).isEqualTo(TEXT);
    assertThat(SECRET.isEmpty()).isFalse();
    assertThat(Secret.NONE.isEmpty()).isTrue();
    assertThat(Secret.of("").isEmpty()).isTrue();
  }

  @Test
  void keepsItsOwnCopy() {
    char[] letters = TEXT.toCharArray();
    Secret secret = Secret.of(letters);
    letters[0] = 'X';
    assertThat(secret.reveal()).isEqualTo(TEXT);
  }

  @Test
  void comparesItsText() {
    assertThat(SECRET).isEqualTo(Secret.of(TEXT)).hasSameHashCodeAs(Secret.of(TEXT));
    assertThat(SECRET).isNotEqualTo(Secret.of(TEXT + "x")).isNotEqualTo(Secret.NONE);
    assertThat(SECRET.matches(TEXT.toCharArray())).isTrue();
    assertThat(SECRET.matches("hunter2".toCharArray())).isFalse();
    assertThat(SECRET.matches("Hunter2-hunter2".toCharArray())).isFalse();
  }

  @Test
  void makesRandomOnesThatDiffer() {
    Secret secret = Secret.random();
    assertThat(secret.reveal()).matches("[A-Za-z2-9]{24}");
    assertThat(secret).isNotEqualTo(Secret.random());
  }
}
